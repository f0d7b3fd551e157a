import type { StorageType } from './storage-type.ts';

/** The bytes that tensors lie in, by the name that the file has for them; several tensors may share them. */
export interface StorageReference {
  readonly kind: 'storage';
  readonly key: string;
  readonly type: StorageType;
  /** Items, as the pickle claims. */
  readonly count: number;
}

/** A tensor as a pickle describes it, before anything is compared with the bytes. Offset and strides count items. */
export interface TorchTensor {
  readonly kind: 'tensor';
  readonly storage: StorageReference;
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}
