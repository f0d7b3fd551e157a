import type { Dataset } from '../dataset/dataset.ts';
import type { RealDatasetOptions } from './download/real-dataset-options.ts';
import { idxPictures } from './idx-pictures.ts';

/**
 * Pictures of clothes by Xiao, Rasul and Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms",
 * arXiv:1708.07747: as many as MNIST has, of the same shape. They are read from `directory`, or the folder `fashion-mnist` of the environment's GENMODELS_DATA_DIR, or
 * downloaded once (31 MB); errors are those of `mnist`.
 */
export function fashionMnist(options: RealDatasetOptions): Promise<Dataset> {
  return idxPictures({ name: 'fashion-mnist', classNames, mirrors, digests }, options);
}

const classNames = ['T-shirt', 'trousers', 'pullover', 'dress', 'coat', 'sandal', 'shirt', 'sneaker', 'bag', 'ankle boot'];

const mirrors = [
  'https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/',
  'https://fashion-mnist.s3.eu-central-1.amazonaws.com/',
];

// Of the unpacked files. The labels were compared with the authors' repository; the images' digests are those that others published.
const digests = {
  'train-images-idx3-ubyte': 'c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888',
  'train-labels-idx1-ubyte': 'bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9',
  't10k-images-idx3-ubyte': '5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b',
  't10k-labels-idx1-ubyte': '0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34',
};
