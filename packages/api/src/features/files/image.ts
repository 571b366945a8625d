import sharp, { type Sharp } from 'sharp';
import { pixelLimit } from '@ganwan/shared/files/contract';
import { Failure } from '#platform/failure';
import type { ImageType } from './judge.ts';

export interface Redrawn {
  mediaType: ImageType;
  width: number;
  height: number;
  original: Buffer;
  large: Buffer;
  thumbnail: Buffer;
}

const secondsAtMost = 20;
// A picture of the pixel limit takes about 200 MB while it is redrawn; the process does not need the cache after.
const atOnce = 2;
sharp.cache(false);
sharp.concurrency(1);

/**
 * The picture drawn anew: turned the way it was held, in sRGB, with no metadata, and nothing of the uploaded
 * bytes left. Throws `image_too_many_pixels` or `file_broken`.
 */
export const redraw = (path: string, type: ImageType): Promise<Redrawn> => inTurn(async () => {
  const { pixels, animated } = await measure(path);
  if (pixels > pixelLimit) throw new Failure('image_too_many_pixels');
  const source = () => sharp(path, { limitInputPixels: pixelLimit, failOn: 'truncated', animated, sequentialRead: true }).timeout({ seconds: secondsAtMost }).autoOrient();
  const [mediaType, written] = format(source(), type);
  try {
    const { data, info } = await written.toBuffer({ resolveWithObject: true });
    return {
      mediaType,
      width: info.width,
      height: info.pageHeight ?? info.height,
      original: data,
      large: await fit(source(), 1600, 80),
      thumbnail: await fit(source(), 320, 75),
    };
  } catch (error) {
    throw new Failure('file_broken', { cause: error });
  }
});

async function measure(path: string): Promise<{ pixels: number; animated: boolean }> {
  try {
    // Unlimited only to read the header, so that a bomb is told from a broken file.
    const { width, height, pages = 1, pageHeight } = await sharp(path, { limitInputPixels: false, animated: true }).metadata();
    return { pixels: width * (pageHeight ?? height) * pages, animated: pages > 1 };
  } catch (error) {
    throw new Failure('file_broken', { cause: error });
  }
}

function format(image: Sharp, type: ImageType): [ImageType, Sharp] {
  switch (type) {
    case 'image/jpeg': return [type, image.jpeg({ quality: 88 })];
    case 'image/png': return [type, image.png({ compressionLevel: 8 })];
    case 'image/gif': return [type, image.gif()];
    // Writing AVIF takes tens of seconds on a phone's picture; WebP looks the same.
    case 'image/avif':
    case 'image/webp': return ['image/webp', image.webp({ quality: 88 })];
  }
}

const fit = (image: Sharp, size: number, quality: number): Promise<Buffer> =>
  image.resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true }).webp({ quality }).toBuffer();

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
