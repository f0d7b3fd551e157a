/**
 * One way in which people write a digit: pen strokes in drawing order. A stroke lists the points "x,y" that the pen passes
 * through, on a field of about 100 by 100 whose y grows downwards. A point written twice is a corner.
 */
export interface Allograph {
  /** How common it is among the allographs of its digit. */
  readonly weight: number;
  readonly strokes: readonly string[];
}

/** Ten digits, each with its allographs. */
export const ALLOGRAPHS: readonly (readonly Allograph[])[] = [
  // 0
  [
    { weight: 4, strokes: ['54,2 30,8 12,34 12,68 32,95 60,94 84,70 86,34 68,8 50,3'] }, // closed at the top
    { weight: 3, strokes: ['68,10 44,4 20,22 12,56 26,90 52,97 80,78 90,46 74,16 52,8 40,14'] }, // ends overlap
    { weight: 2, strokes: ['60,4 32,14 14,46 22,84 50,96 78,80 86,44 76,14'] }, // open at the top
    { weight: 1, strokes: ['34,14 16,44 22,78 46,96 74,84 86,50 72,14 48,3 32,12 30,24'] }, // begun at the left
    { weight: 1, strokes: ['74,22 52,4 24,20 12,58 30,94 62,92 84,60 78,24 58,12 66,4 84,2'] }, // with a tail
    { weight: 1, strokes: ['46,20 60,4 34,8 14,40 18,78 44,97 74,84 88,48 76,12 56,6 46,34'] }, // curled inwards
  ],
  // 1
  [
    { weight: 12, strokes: ['50,0 50,33 50,66 50,100'] }, // a bare stem
    { weight: 2, strokes: ['54,0 49,33 48,66 52,100'] }, // a bent stem
    { weight: 2, strokes: ['36,18 44,12 52,2 52,2 51,50 50,100'] }, // a short flag
    { weight: 3, strokes: ['26,26 40,16 52,0 52,0 51,50 50,100', '28,100 50,99 74,98'] }, // flag and foot
    { weight: 1, strokes: ['30,26 44,12 58,0 58,0 50,50 44,100'] }, // a long flag
    { weight: 2, strokes: ['20,34 38,20 54,0 54,0 52,50 50,98', '14,100 48,98 88,96'] }, // a long flag and a foot
    { weight: 1, strokes: ['14,50 36,26 58,0 58,0 54,50 50,100'] }, // a flag that hangs
  ],
  // 2
  [
    { weight: 3, strokes: ['20,22 32,6 54,3 70,18 66,42 44,70 18,94 18,94 46,93 84,95'] }, // a corner below
    { weight: 5, strokes: ['18,20 38,4 62,6 70,26 58,56 34,84 18,92 12,82 24,74 44,84 64,94 88,92'] }, // a loop below
    { weight: 4, strokes: ['16,18 38,2 64,10 66,38 54,66 36,90 16,96 8,82 22,68 46,76 66,92 96,84'] }, // a large loop below
    { weight: 2, strokes: ['28,20 44,4 64,6 74,22 66,46 44,64 20,70 10,84 22,96 38,86 44,66 62,86 92,88'] }, // the stem runs through the loop
    { weight: 2, strokes: ['14,18 40,4 68,12 68,36 48,66 24,92 30,92 50,82 86,84'] }, // a soft turn below
    { weight: 1, strokes: ['26,30 22,14 42,2 66,10 70,34 48,68 14,98 14,98 50,90 90,98'] }, // a hooked start
    { weight: 3, strokes: ['8,30 28,12 58,12 66,32 50,60 22,88 10,84 22,74 50,78 104,84'] }, // long and flat
    { weight: 2, strokes: ['20,24 34,4 60,4 74,24 62,52 38,78 14,86 8,72 26,62 52,74 74,98'] }, // a loop, a tail that falls
    { weight: 3, strokes: ['30,34 26,14 48,0 72,16 68,48 50,78 28,96 14,84 26,64 48,70 62,96'] }, // tall and round, a short tail
    { weight: 3, strokes: ['24,26 42,4 68,12 64,44 40,80 14,92 4,74 24,58 54,68 86,92'] }, // a huge loop
    { weight: 2, strokes: ['28,26 40,10 56,18 52,40 30,66 14,70 22,58 56,62 120,52'] }, // a long tail after a loop
    { weight: 2, strokes: ['22,28 36,10 54,18 46,44 18,70 18,70 60,66 124,58'] }, // a long foot
    { weight: 2, strokes: ['36,18 48,4 62,16 54,56 40,96 40,96 60,94 88,90'] }, // a steep stem
    { weight: 2, strokes: ['42,6 56,6 58,30 44,70 40,94 60,98 90,84'] }, // a stem that bends into the foot
    { weight: 3, strokes: ['16,10 50,6 76,4 76,4 48,48 16,92 16,92 50,94 88,92'] }, // like a z
    { weight: 3, strokes: ['58,32 38,42 24,28 36,8 62,4 76,24 60,56 28,92 28,92 58,88 90,94'] }, // a head that curls inwards
    { weight: 2, strokes: ['14,20 40,4 74,12 72,38 38,56 16,74 22,92 54,94 88,90'] }, // a turned s
    { weight: 1, strokes: ['18,22 40,4 66,14 64,40 38,72 12,90 12,90 40,84 66,90 84,106'] }, // a foot that falls
    { weight: 2, strokes: ['20,22 50,2 82,14 84,48 56,84 22,96 10,82 34,68 64,76 92,98'] }, // wide and round
    { weight: 1, strokes: ['36,22 50,4 60,18 54,58 44,88 22,96 28,84 60,88 94,92'] }, // a loop on a steep stem
    { weight: 3, strokes: ['22,18 44,2 66,12 66,40 44,84 16,96 4,76 26,50 58,62 88,94'] }, // a loop half as high
    { weight: 2, strokes: ['10,30 40,8 84,16 76,56 36,92 6,84 20,56 60,60 106,78'] }, // flat, with a large loop
    { weight: 1, strokes: ['12,14 44,4 74,18 74,52 44,78 10,92 10,92 50,88 92,94'] }, // a round right side
  ],
  // 3
  [
    { weight: 4, strokes: ['20,12 44,2 66,10 66,30 42,46 42,46 66,54 76,74 58,95 32,98 14,90'] }, // two bows, a cusp
    { weight: 2, strokes: ['22,16 46,2 66,14 60,36 42,47 36,50 42,52 64,52 76,70 60,94 22,94'] }, // a small loop between
    { weight: 2, strokes: ['24,14 46,4 64,16 58,36 48,46 60,54 72,72 58,94 34,98 18,88'] }, // no cusp
    { weight: 2, strokes: ['12,8 40,4 74,6 74,6 58,24 42,40 42,40 66,50 76,72 58,94 20,94'] }, // a flat top
    { weight: 3, strokes: ['26,22 46,4 76,10 76,30 46,50 46,50 64,54 68,72 48,92 10,98'] }, // a large upper bow
    { weight: 2, strokes: ['16,14 42,4 62,12 58,32 36,42 36,42 66,44 82,66 66,94 34,98 20,84'] }, // a large lower bow
    { weight: 2, strokes: ['10,16 40,8 78,8 78,14 60,32 34,46 34,46 70,44 86,60 72,88 40,98 8,86'] }, // wide, like a z and a bow
    { weight: 1, strokes: ['10,14 42,6 80,2 80,2 60,30 46,48 62,56 62,76 40,98'] }, // a long slope, a small bow
    { weight: 2, strokes: ['22,14 46,2 66,14 58,36 38,46 38,46 70,52 80,74 60,96 30,94 18,76 34,68'] }, // the end curls inwards
    { weight: 2, strokes: ['20,14 46,2 66,16 56,38 36,48 58,52 66,66 48,84 4,98'] }, // a straight tail
    { weight: 1, strokes: ['6,36 26,6 50,6 44,34 34,54 58,36 80,42 74,68 54,98'] }, // like an m
    { weight: 1, strokes: ['30,28 18,14 44,0 70,14 60,36 40,46 68,52 78,72 58,94 24,96 12,80'] }, // a hooked start
    { weight: 1, strokes: ['18,12 46,2 68,14 52,38 24,50 14,44 30,40 64,50 80,72 58,94 20,96'] }, // a long loop between
    { weight: 2, strokes: ['34,12 48,2 60,12 54,34 42,46 42,46 58,54 62,74 50,94 30,98'] }, // narrow
    { weight: 2, strokes: ['16,8 66,4 66,4 36,38 36,38 62,40 80,60 70,90 38,98 12,90'] }, // an angular head
    { weight: 1, strokes: ['24,14 46,2 66,14 58,34 42,44 42,44 62,52 64,72 40,92 14,92 18,80 50,82 86,94'] }, // a loop below
  ],
  // 4
  [
    { weight: 5, strokes: ['24,6 20,28 18,50 18,50 44,52 76,48', '72,2 70,40 64,100'] }, // open
    { weight: 3, strokes: ['22,8 16,36 24,54 46,56 66,46 74,24 76,4 76,4 70,50 66,100'] }, // open, in one stroke
    { weight: 3, strokes: ['58,2 36,32 14,62 14,62 48,62 88,60', '58,2 58,50 56,100'] }, // a closed triangle
    { weight: 2, strokes: ['26,2 24,26 30,44 48,46 72,40', '74,4 68,50 58,100'] }, // a round bowl, a long stem
    { weight: 2, strokes: ['34,0 22,30 10,58 10,58 48,58 92,54', '62,30 58,66 54,100'] }, // the stem begins low
    { weight: 1, strokes: ['10,10 6,38 10,62 10,62 44,64 82,58', '80,0 80,44 76,100'] }, // wide
    { weight: 2, strokes: ['28,4 24,34 30,58 50,60 70,52', '74,4 72,50 72,100'] }, // like a u with a stem
  ],
  // 5
  [
    { weight: 5, strokes: ['34,8 32,26 30,44 30,44 52,38 72,54 70,82 46,98 16,90', '34,8 58,6 84,2'] }, // a separate hat
    { weight: 4, strokes: ['48,14 40,28 34,42 34,42 54,42 66,56 56,82 32,96 6,88', '48,14 72,8 102,0'] }, // a long rising hat
    { weight: 3, strokes: ['80,4 58,6 36,6 36,6 32,24 28,42 28,42 54,40 72,58 66,86 42,97 14,88'] }, // in one stroke
    { weight: 3, strokes: ['98,0 70,6 44,12 44,12 34,28 30,44 50,48 62,62 52,84 30,94 4,86'] }, // in one soft stroke
    { weight: 3, strokes: ['38,14 34,30 32,44 32,44 54,52 66,68 58,88 38,100', '38,14 64,10 98,6'] }, // a short bow
    { weight: 2, strokes: ['82,6 54,6 36,18 36,36 54,50 66,68 58,90 36,98 16,88'] }, // like an S
    { weight: 4, strokes: ['20,6 20,26 22,42 22,42 50,36 78,52 80,78 52,97 22,94 8,78', '20,6 52,4 88,4'] }, // a wide bow
    { weight: 1, strokes: ['42,4 40,24 38,44 38,44 54,46 64,66 56,90 32,98', '42,20 60,18 84,16'] }, // the hat sits low
    { weight: 3, strokes: ['34,6 30,26 28,44 28,44 54,36 76,54 70,84 44,98 20,84 26,64', '34,8 58,6 82,4'] }, // a bow that closes
    { weight: 2, strokes: ['30,14 28,32 28,48 28,48 54,44 70,60 62,86 36,98 14,86', '46,8 66,6 92,2'] }, // a hat of its own
    { weight: 2, strokes: ['34,24 26,40 24,54 42,50 52,64 40,86 12,98', '34,24 72,12 120,4'] }, // a small body, a long hat
    { weight: 1, strokes: ['78,4 50,4 40,22 44,40 60,56 62,78 44,98 18,92'] }, // a slim S
    { weight: 1, strokes: ['76,6 30,8 30,8 28,46 28,46 68,46 74,56 72,90 60,96 18,94'] }, // square
    { weight: 1, strokes: ['40,10 36,28 32,44 54,46 58,64 48,84 36,104', '40,10 66,8 92,2'] }, // a narrow bow that hangs
    { weight: 2, strokes: ['30,10 26,28 24,44 24,44 52,36 78,56 72,84 44,98 16,88 8,70', '30,10 56,6 86,4'] }, // an upturned end
    { weight: 2, strokes: ['44,20 36,36 30,56 56,50 62,74 40,96 22,86 30,66', '44,20 70,10 100,4'] }, // a low bow that closes
  ],
  // 6
  [
    { weight: 4, strokes: ['62,2 40,20 22,52 20,82 42,97 66,90 74,72 58,58 38,66 26,82'] }, // a curved back
    { weight: 3, strokes: ['48,0 34,32 24,64 28,90 50,98 72,84 68,66 46,62 32,76'] }, // a straight back
    { weight: 2, strokes: ['74,4 44,14 22,42 18,78 44,98 76,86 78,58 52,48 26,62'] }, // a large loop
    { weight: 1, strokes: ['58,2 36,34 22,72 34,94 54,88 66,70 54,64 40,80 42,92'] }, // curled inwards
    { weight: 1, strokes: ['24,2 18,36 18,76 40,98 72,90 80,66 58,54 36,62 26,76'] }, // like a b
    { weight: 2, strokes: ['74,16 62,2 38,12 20,44 20,80 44,98 72,86 70,62 46,54 24,70'] }, // a hooked top
    { weight: 1, strokes: ['52,2 26,30 10,66 24,94 54,92 84,64 70,54 48,70 46,90'] }, // a loop that lies
    { weight: 2, strokes: ['34,6 14,36 14,66 40,86 78,78 86,56 66,44 46,58 44,78'] }, // wide, the loop lies
    { weight: 2, strokes: ['60,0 42,34 28,72 32,96 50,92 54,74 40,70 32,84'] }, // slim, a tiny loop
    { weight: 1, strokes: ['42,2 28,40 14,82 14,88 50,92 86,88 82,66 56,62 34,84'] }, // a base like an L
    { weight: 1, strokes: ['34,2 20,34 18,72 44,96 76,84 80,58 58,46 30,52 6,66'] }, // the loop ends beyond the back
  ],
  // 7
  [
    { weight: 6, strokes: ['16,12 46,10 80,6 80,6 62,36 52,66 44,100'] }, // plain
    { weight: 2, strokes: ['14,14 42,8 72,8 76,20 62,46 52,72 46,100'] }, // a round shoulder
    { weight: 2, strokes: ['14,30 18,8 18,8 50,10 82,6 82,6 62,40 44,100'] }, // a serif
    { weight: 2, strokes: ['18,10 46,8 80,6 80,6 60,44 42,100', '34,54 54,52 76,48'] }, // a bar
    { weight: 1, strokes: ['12,12 40,10 74,4 74,4 62,48 54,100', '22,52 52,50 90,50'] }, // a long bar
    { weight: 2, strokes: ['10,34 20,18 36,16 52,24 84,8 84,8 64,40 46,100'] }, // a wavy roof
    { weight: 3, strokes: ['10,34 18,14 44,6 72,14 76,36 62,68 50,100'] }, // bent like a bow
    { weight: 2, strokes: ['8,18 50,12 98,2 98,2 72,42 40,100'] }, // a long roof
    { weight: 1, strokes: ['22,10 50,8 68,24 66,56 44,100'] }, // like a bracket
    { weight: 1, strokes: ['14,46 16,20 38,12 62,12 76,20 72,56 66,100'] }, // a long hook at the left
    { weight: 1, strokes: ['16,28 18,10 50,8 80,8 80,8 62,50 48,100', '30,52 52,50 76,54'] }, // a hook and a bar
    { weight: 1, strokes: ['16,14 44,6 72,8 76,22 62,54 52,100', '32,60 56,54 86,46'] }, // a round shoulder and a bar
    { weight: 1, strokes: ['34,14 50,8 66,6 66,6 60,52 54,100'] }, // narrow
    { weight: 1, strokes: ['26,26 16,14 28,4 40,16 56,14 82,4 82,4 60,50 46,100'] }, // a curl at the left
  ],
  // 8
  [
    { weight: 4, strokes: ['70,16 50,3 26,14 30,34 56,52 72,72 58,94 34,95 22,76 42,54 66,36 72,14'] }, // an S and back
    { weight: 2, strokes: ['50,3 30,10 30,34 50,46 70,32 68,10 48,3', '50,46 26,60 26,86 50,98 74,84 72,58 48,46'] }, // two circles
    { weight: 3, strokes: ['80,12 56,2 30,12 34,36 56,56 58,80 42,98 24,88 32,64 60,42 84,20'] }, // open at the top
    { weight: 3, strokes: ['62,10 40,2 18,14 22,34 50,50 60,72 48,95 28,94 24,74 46,50 70,30 92,4'] }, // crossed at the top
    { weight: 1, strokes: ['50,46 32,30 36,8 60,4 68,22 50,46 34,70 34,92 52,98 66,80 54,52 44,42'] }, // begun at the waist
    { weight: 2, strokes: ['56,22 44,6 20,8 18,32 46,54 58,78 46,97 30,90 32,70 54,48 78,30 82,10 62,6 54,20'] }, // like a heart
    { weight: 2, strokes: ['26,98 38,70 62,40 70,18 52,2 32,14 38,40 64,72 78,98'] }, // open below
    { weight: 1, strokes: ['66,8 46,4 36,20 50,44 62,74 48,96 36,78 52,44 72,2'] }, // slim, a long end
    { weight: 1, strokes: ['24,10 32,36 54,62 56,86 42,98 32,80 50,52 80,6'] }, // like a y with a loop
    { weight: 3, strokes: ['72,22 50,4 22,14 24,36 52,48 62,70 50,88 34,74 48,52 74,34 74,20'] }, // a large head
    { weight: 2, strokes: ['62,14 48,4 36,14 42,34 68,54 80,78 54,98 20,86 24,60 50,40 64,24 60,12'] }, // a small head
    { weight: 3, strokes: ['74,20 46,6 14,20 22,44 56,52 86,72 56,94 16,86 18,62 52,48 80,34 72,18'] }, // squat
    { weight: 2, strokes: ['70,10 30,8 14,30 52,50 66,76 50,96 36,82 50,46 84,4'] }, // a straight end
    { weight: 2, strokes: ['92,24 62,34 36,28 34,8 56,2 66,16 52,44 32,80 40,98 58,90 56,66 38,40'] }, // begun far at the right
    { weight: 1, strokes: ['68,8 30,14 14,40 44,52 74,62 66,92 46,94 44,72 62,42 84,8'] }, // like a 4
    { weight: 3, strokes: ['58,38 36,24 24,36 40,54 56,70 46,94 28,96 24,80 46,62 70,36 84,0'] }, // a long end
    { weight: 2, strokes: ['80,12 44,4 22,18 36,42 66,60 70,86 40,98 20,86 50,50 84,10'] }, // an S and a straight way back
    { weight: 2, strokes: ['66,18 48,2 20,12 18,36 46,54 54,80 46,98 38,80 52,52 80,30 76,10'] }, // a narrow foot
  ],
  // 9
  [
    { weight: 7, strokes: ['72,14 54,3 28,14 20,40 36,54 60,42 74,12 74,12 68,50 60,100'] }, // a straight tail
    { weight: 3, strokes: ['74,18 54,3 28,16 22,42 46,54 68,38 76,14 76,14 76,50 62,86 40,99 20,88'] }, // a hooked tail
    { weight: 2, strokes: ['66,24 58,6 38,8 28,28 38,42 58,38 68,20 68,30 62,62 52,100'] }, // a small loop, a long tail
    { weight: 3, strokes: ['78,18 54,2 26,14 14,42 32,60 60,48 80,18 72,56 54,100'] }, // a large loop
    { weight: 2, strokes: ['70,8 44,4 16,16 8,38 28,48 62,36 82,16 82,16 68,52 56,100'] }, // a loop that lies
    { weight: 1, strokes: ['72,8 46,6 28,24 36,42 56,40 72,24 76,30 70,66 58,100'] }, // open above
    { weight: 2, strokes: ['80,6 52,5 28,18 28,38 48,44 68,32 76,20 72,58 54,100'] }, // begun at the right
    { weight: 2, strokes: ['70,14 48,2 28,14 32,36 52,42 70,22 70,22 70,54 66,84 40,98 22,82 30,68'] }, // like a g
    { weight: 2, strokes: ['62,6 36,10 18,34 28,52 54,46 74,28', '76,14 66,56 56,100'] }, // bowl and stem apart
    { weight: 3, strokes: ['82,8 56,2 34,16 30,36 46,46 68,42 76,34 76,34 66,66 52,100'] }, // open, like an s
    { weight: 1, strokes: ['78,18 72,4 46,4 24,24 28,46 52,48 74,32 70,60 56,100'] }, // open, with a hook
    { weight: 2, strokes: ['72,22 50,4 24,18 18,44 36,56 60,44 72,18 72,18 78,56 90,98'] }, // a tail that falls to the right
    { weight: 2, strokes: ['62,10 36,6 16,34 20,66 44,74 68,50 72,14 72,14 70,56 66,100'] }, // an oval and a short tail
    { weight: 2, strokes: ['58,14 46,2 36,14 42,32 56,28 60,12 60,12 58,56 54,100'] }, // a tiny loop
    { weight: 3, strokes: ['72,30 56,8 28,10 20,34 40,48 66,36 76,20 82,56 66,90 34,98 14,80'] }, // a tail like a bow
    { weight: 2, strokes: ['66,42 40,50 22,34 36,10 64,6 78,22 74,54 58,100'] }, // begun below
    { weight: 1, strokes: ['74,6 40,8 20,34 28,46 56,42 78,10 78,10 66,52 56,100'] }, // an angular head
    { weight: 1, strokes: ['70,20 46,6 24,20 34,38 60,34 74,18 58,54 20,100'] }, // a slope
    { weight: 1, strokes: ['80,12 40,6 8,22 12,46 44,52 80,38 82,14 82,14 84,58 86,98'] }, // a wide head
    { weight: 1, strokes: ['72,14 50,6 26,28 24,48 46,54 68,36 68,36 72,64 58,94 36,88'] }, // like a G
  ],
];
