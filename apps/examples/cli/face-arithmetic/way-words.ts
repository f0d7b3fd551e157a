import type { FaceArithmeticOptions } from './options.ts';
import type { WayName } from './ways.ts';

/** What a report calls a way, and what it says of it. */
export function wayWords(options: FaceArithmeticOptions): Readonly<Record<WayName, { title: string; about: string }>> {
  const { 'per-term': perTerm } = options;
  return {
    alike: {
      title: `Sums of faces that are alike`,
      about: `Each term is the mean of ${perTerm} z drawn at random, as in the paper, all ${3 * perTerm} of faces that are alike but for what the equation is about.`,
    },
    any: {
      title: 'Sums of any faces',
      about: `The same, but whatever else the faces have: the difference of two terms then carries what they differ in by chance.`,
    },
    vector: {
      title: 'Attribute vector',
      about: 'One z of a third face, and the mean z of all faces that have the trait less the mean of those that have not.',
    },
    pure: {
      title: 'Pure direction',
      about:
        'One z of a third face, moved along that vector less all along which the other traits change, to one place for all: ' +
        'where nine of ten other faces got what is wanted.',
    },
  };
}
