import { type AttributeOptions, type Attributes, mapAttributes, pickNumbers, toAttributes } from './attributes.ts';
import { checkClassNames, pickLabels, toLabels } from './labels.ts';

/** What is known of examples besides their values, as it may be given. */
export interface AnnotationOptions {
  /** A class for each example: integers from 0. */
  readonly labels?: ArrayLike<number>;
  /** What the classes are called: class k is `classNames[k]`. */
  readonly classNames?: readonly string[];
  /** What else is known of each example, by name: one number an example. */
  readonly attributes?: AttributeOptions;
}

/** The same, checked and on typed arrays. */
export interface Annotations {
  readonly labels?: Int32Array | undefined;
  readonly classNames?: readonly string[] | undefined;
  readonly attributes?: Attributes | undefined;
}

export function toAnnotations({ labels, classNames, attributes }: AnnotationOptions, length: number): Annotations {
  const classes = labels && toLabels(labels, length);
  if (classNames !== undefined) checkClassNames(classNames, classes);
  return {
    labels: classes,
    classNames: classNames && [...classNames],
    attributes: attributes && toAttributes(attributes, length),
  };
}

/** Those of the first `count` examples. */
export function takeAnnotations({ labels, classNames, attributes }: Annotations, count: number): Annotations {
  return {
    labels: labels?.subarray(0, count),
    classNames,
    attributes: attributes && mapAttributes(attributes, (column) => column.subarray(0, count)),
  };
}

/** Those of the examples at `indices`. */
export function pickAnnotations({ labels, classNames, attributes }: Annotations, indices: Uint32Array): Annotations {
  return {
    labels: labels && pickLabels(labels, indices),
    classNames,
    attributes: attributes && mapAttributes(attributes, (column) => pickNumbers(column, indices)),
  };
}
