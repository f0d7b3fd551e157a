import { Score } from '../score/score.ts';
import { manifoldFields } from './manifold-fields.ts';
import { checkReach, type ManifoldOptions, readManifolds } from './manifold-options.ts';
import { manifoldShare } from './manifold-share.ts';

/**
 * Improved precision and recall (Kynkäänniemi et al. 2019, 1904.06991, equations 1 and 2): `precision` is the share of the generated
 * examples inside the manifold of the reference, `recall` the share of the reference inside the manifold of the generated. A
 * manifold is all that lies in the closed balls around the examples of a set, each as large as the distance to the k-th nearest of
 * the others (k = 3 in the paper). Both from 0 to 1; both depend on the number of examples of both sets.
 *
 * Precision falls as samples get noisy, recall as modes are dropped. Recall may also rise with noise, and precision with outliers
 * among the reference: an example far from the others spans a large ball, which takes in much that is not like it (Naeem et al.
 * 2020, 2002.09797, section 2). `densityCoverage` has balls around the reference alone, and is less easily fooled.
 *
 * The intervals are of the share, given the balls; that other examples would give other balls they do not know.
 *
 * Rejects with 'invalid-argument' where a set has not more than k examples, and the signal's reason when aborted.
 */
export async function precisionRecall(options: ManifoldOptions): Promise<{ precision: Score; recall: Score }> {
  const { k = 3, confidence, signal } = options;
  const pair = await readManifolds(options, k);
  const { reference, generated } = pair;
  checkReach(generated, 'generated', k);
  const fields = manifoldFields(pair, k);
  const shared = { k, confidence, signal };
  const precision = await manifoldShare({ ...shared, points: generated, manifold: reference });
  const recall = await manifoldShare({ ...shared, points: reference, manifold: generated });
  return {
    precision: new Score({ ...fields, metric: 'precision', ...precision }),
    recall: new Score({ ...fields, metric: 'recall', ...recall }),
  };
}
