import { m } from '#lib/paraglide/messages.js';

const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/i, 'HarmonyOS'],
  [/iPhone/i, 'iPhone'],
  [/iPad/i, 'iPad'],
  [/Android/i, 'Android'],
  [/Windows/i, 'Windows'],
  [/Macintosh|Mac OS X/i, 'macOS'],
  [/Linux/i, 'Linux'],
];

// Order matters: most browsers also name the one they descend from.
const browsers: [RegExp, string][] = [
  [/MicroMessenger/i, 'WeChat'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/HuaweiBrowser/i, 'Huawei'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];

/** `Chrome · Windows` from what a browser says of itself. */
export function deviceWords(agent: string | null): string {
  const found = [browsers, systems].map((known) => known.find(([pattern]) => pattern.test(agent ?? ''))?.[1]).filter((name) => name !== undefined);
  return found.length > 0 ? found.join(' · ') : m.device_unknown();
}
