/** An integer of any length, little-endian, in two's complement; a number where a number holds it exactly. */
export function readLong(bytes: Uint8Array): number | bigint {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).reverse();
  const value = BigInt.asIntN(8 * bytes.length, BigInt(`0x0${digits.join('')}`));
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
