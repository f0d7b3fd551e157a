/** Whether bytes begin as a file of PyTorch: as an archive, or in the older container as a pickle of its magic number. */
export function isTorchFile(bytes: Uint8Array): boolean {
  return isArchive(bytes) || (bytes[0] === 0x80 && bytes[1] === 0x02 && bytes[2] === 0x8a);
}

export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b; // PK
}
