import { once } from 'node:events';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { csvLine } from '../src/features/imports/write-csv.ts';

/** A row of `electronic-parts/parts.jsonl.gz`: prices are USD from a quantity on. */
export interface Part { id: string; mpn: string; desc: string; sub: number; price: [number, number][]; slug: string }
interface Category { id: number; category: string; subcategory: string }

const columns = ['itemNumber', 'title.en', 'partNumber', 'brand', 'componentKind', 'package', 'mounting', 'description.en', 'chain', 'originRegion', 'unitOfMeasure', 'priceMode', 'currency', 'moq', 'priceTiers'];

/** The first word that a category's name holds decides. */
const kinds: [RegExp, string][] = [
  [/resistor/i, 'resistor'], [/capacitor/i, 'capacitor'], [/inductor|coil|choke|transformer/i, 'inductor'], [/protection|fuse|tvs/i, 'protection'], [/diode/i, 'diode'],
  [/transistor|triode|mosfet|thyristor|carbide|nitride/i, 'transistor'], [/connector|terminal/i, 'connector'], [/switch|relay|key|button/i, 'switch_relay'], [/power|led driver|motor driver/i, 'power_ic'],
  [/crystal|oscillator|resonator/i, 'crystal'], [/filter|emi|bead/i, 'filter'], [/memory/i, 'memory'], [/processor|microcontroller|embedded/i, 'processor'], [/logic|clock|timing/i, 'logic_ic'],
  [/opto|photo|display|nixie|led/i, 'opto'], [/radio|rf|wireless|iot|antenna/i, 'rf'], [/sensor/i, 'sensor'], [/amplifier|interface|adc|data|analog|comparator/i, 'analog_ic'],
];
const packages = /^(?:(?:SO|SOT|SOD|SOP|SOIC|TSSOP|MSOP|SSOP|QFN|WQFN|VQFN|DFN|WSON|QFP|LQFP|TQFP|BGA|DIP|TO|SMA|SMB|SMC|DO)-?[\w().-]*\d[\w().-]*|0201|0402|0603|0805|1206|1210|1812|2010|2512)$/;

/** Writes the first `rows` parts as a supplier's list in the import's own columns; when they are used up, again as other parts. Answers what was written. */
export async function writeSupplierList(folder: string, rows: number, path: string): Promise<Part[]> {
  const categories = new Map((JSON.parse(readFileSync(join(folder, 'electronic-parts/categories.json'), 'utf8')) as Category[]).map((c) => [c.id, c]));
  const written: Part[] = [];
  const file = createWriteStream(path);
  file.write(csvLine(columns));
  for (let time = 1; written.length < rows; time++) {
    for await (const line of createInterface({ input: createReadStream(join(folder, 'electronic-parts/parts.jsonl.gz')).pipe(createGunzip()) })) {
      if (written.length >= rows) break;
      const part = anew(JSON.parse(line) as Part, time);
      if (!file.write(csvLine(cells(part, categories.get(part.sub)?.category ?? '')))) await once(file, 'drain');
      written.push(part);
    }
  }
  file.end();
  await once(file, 'close');
  return written;
}

const anew = (part: Part, time: number): Part => (time === 1 ? part : { ...part, id: `${part.id}-${time}`, mpn: `${part.mpn}-${time}` });

function cells({ id, mpn, desc, price, slug }: Part, category: string): string[] {
  const tiers = price.filter(([from], i) => i === 0 || from > price[i - 1]![0]);
  const kind = kinds.find(([words]) => words.test(category))?.[1] ?? 'other';
  const body = desc.split(/\s+/).find((word) => packages.test(word)) ?? '';
  const mounting = /SMD|SMT/.test(desc) || /^\d{4}$/.test(body) ? 'smd' : /THT|Leaded|插件|DIP/.test(desc) ? 'tht' : '';
  return [id, mpn, mpn, maker(slug, mpn), kind, body, mounting, desc, 'electronics', '440300', 'piece', tiers.length > 1 ? 'tier' : 'fixed', 'USD', String(tiers[0]?.[0] ?? 1), tiers.map(([from, each]) => `${from}:${each}`).join('; ')];
}

/** `TVS_Littelfuse-Littelfuse-TPSMF4L12A` names its maker twice. */
function maker(slug: string, mpn: string): string {
  const named = slug.slice(slug.indexOf('_') + 1).replace(`-${mpn.replaceAll(' ', '-')}`, '').split('-');
  const half = named.slice(0, named.length / 2).join(' ');
  return named.length % 2 === 0 && half === named.slice(named.length / 2).join(' ') ? half : '';
}
