import { encode } from 'uqr';

export interface QrDrawing {
  /** Modules on one side, the quiet border included. */
  size: number;
  /** An SVG path of one square per dark module. */
  path: string;
}

/** A QR code as a drawing, so that no image leaves the server and nothing is loaded to draw it. */
export function qrPath(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: 'M', border: 3 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}
