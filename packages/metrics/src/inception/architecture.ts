import { block8, block17, block35, reduction17, reduction35 } from './blocks.ts';
import { convolution, halving, narrowing, type Pool, type Step } from './steps.ts';

/** Features that the network gives: the averages of its last channels. */
export const inceptionFeatures = 2048;

/** Classes that it tells apart: 1,000 of ImageNet, and eight that were never trained. */
export const inceptionClasses = 1008;

/**
 * Inception-v3 (Szegedy et al. 2015, arXiv 1512.00567, table 1) up to its last average, as TensorFlow published it on 2015-12-05 and the
 * Fréchet inception distance has used it since (Heusel et al. 2017): all averages leave the padding out, and the last block takes a
 * maximum. The names are those of the file of the pytorch-fid project, the sizes those of a picture of 299 x 299.
 */
export function inceptionSteps(): Step[] {
  const halve: Pool = { kind: 'maximum', stride: 2 };
  return [
    halving('Conv2d_1a_3x3', 32), //              149 x 149 x 32
    narrowing('Conv2d_2a_3x3', 32, 3), //         147 x 147 x 32
    convolution('Conv2d_2b_3x3', 64, 3), //       147 x 147 x 64
    halve, //                                      73 x 73 x 64
    convolution('Conv2d_3b_1x1', 80, 1), //        73 x 73 x 80
    narrowing('Conv2d_4a_3x3', 192, 3), //         71 x 71 x 192
    halve, //                                      35 x 35 x 192
    block35('Mixed_5b', 32), //                    35 x 35 x 256
    block35('Mixed_5c', 64), //                    35 x 35 x 288
    block35('Mixed_5d', 64), //                    35 x 35 x 288
    reduction35('Mixed_6a'), //                    17 x 17 x 768
    block17('Mixed_6b', 128), //                   17 x 17 x 768
    block17('Mixed_6c', 160), //                   17 x 17 x 768
    block17('Mixed_6d', 160), //                   17 x 17 x 768
    block17('Mixed_6e', 192), //                   17 x 17 x 768
    reduction17('Mixed_7a'), //                     8 x 8 x 1280
    block8('Mixed_7b', 'average'), //               8 x 8 x 2048
    block8('Mixed_7c', 'maximum'), //               8 x 8 x 2048
  ];
}
