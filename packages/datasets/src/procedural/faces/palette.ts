// All colours are 0xrrggbb.

/** From fair to dark. */
export const SKINS = [0xfde3d0, 0xf7cba6, 0xe9b07f, 0xcb8d5c, 0xa56a45, 0x7d4e37] as const;

/** Of blush, nose and lips on each skin. */
export const FLUSHES = [0xf4867f, 0xf0766a, 0xdf6350, 0xcb5a4b, 0xb84d44, 0xa8443f] as const;

/** Black, brown, auburn, ginger, blond, silver, teal. */
export const HAIRS = [0x332a2e, 0x70472e, 0x98402e, 0xe07b30, 0xf5d272, 0xcdd2da, 0x42a8a0] as const;

/** Brown, blue, green, amber. */
export const IRISES = [0x5d3822, 0x2b74d6, 0x2f9a4c, 0xd18a1c] as const;

/** Red, orange, green, blue, purple, navy. */
export const CLOTHES = [0xd9534f, 0xf0a13c, 0x5aa96b, 0x4b8fd4, 0x9a6cc4, 0x3b4a73] as const;

/** Sky, mint, lemon, peach, pink, lilac, sand, slate. */
export const BACKGROUNDS = [0xa9d6f5, 0xb4e3c4, 0xf9eaa5, 0xfac9a3, 0xf7bfd0, 0xcfc3f0, 0xe5d8c3, 0x8fa3bb] as const;

export const WHITE = 0xfffdf8;
export const INK = 0x2e2329;
