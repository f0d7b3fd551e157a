/** 12345.6 to `12,346`. */
export function whole(value: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(value);
}

/** A number of things: `1 epoch`, `20 epochs`. */
export function counted(value: number, thing: string): string {
  return `${whole(value)} ${thing}${value === 1 ? '' : 's'}`;
}

/** With that many decimals, whatever they are: `89.40`. */
export function decimal(value: number, decimals = 2): string {
  return new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
}

/** Three significant digits and no exponent: `12.3`, `0.0451`, `1,230`; what is next to nothing is `0`. */
export function shortNumber(value: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(Math.abs(value) < 5e-7 ? 0 : value);
}

/** Seconds as people say them: `0.4 s`, `48 s`, `2 min 05 s`, `1 h 07 min`. */
export function duration(seconds: number): string {
  if (seconds < 9.95) return `${decimal(seconds, 1)} s`;
  const rounded = Math.round(seconds);
  if (rounded < 60) return `${rounded} s`;
  if (rounded < 3600) return `${Math.floor(rounded / 60)} min ${twoDigits(rounded % 60)} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${twoDigits(minutes % 60)} min`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
