/** A test of tfjs-core that pins a wrong value, so that a right backend fails it. */
export interface ReplacedTest {
  /** The full name that jasmine gives it. */
  readonly name: string;
  readonly why: string;
  /** The test of ours that pins the right value. */
  readonly by: string;
}

/**
 * Every test that simd must fail; one that passes, or that is not there, fails the run, so the list cannot grow stale.
 *
 * Finite differences agree with every other gradient of the tests, wherever there is a derivative, but for two of mirrorPad. Those are slices
 * of dy that tfjs-core takes, and a backend has no part in the mistake: simd passes them while the stock gradients are registered.
 */
export const replacedTests: readonly ReplacedTest[] = [
  {
    name: 'avgPool simd {} gradient x=[3,3,1] f=[3,3] s=1 p=explicit',
    why:
      'The forward pass divides by the number of pixels under the window, padding left out (the test "x=[3,3,1] f=[3,3] s=1 p=explicit" ' +
      'pins that), but this gradient divides by all nine places: of the 30 that come in, 12 go out.',
    by: 'replacements.test.ts: AvgPoolGrad x=[3,3,1] f=[3,3] s=1 p=explicit',
  },
];
