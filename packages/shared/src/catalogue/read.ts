import type { FieldFailure } from '../failures.ts';
import type { Option } from '../label.ts';
import { placeCodeOf } from '../places/counties.ts';
import type { Market } from '../places/regions.ts';
import type { Attribute } from './attribute.ts';
import type { SubFamily } from './families.ts';
import { readMonths } from './months.ts';
import { attributeOf } from './registry.ts';
import { attributeFailures, type Attributes, type AttributeValue } from './schema.ts';
import { readQuantity, readRange, tidy, type Read } from './units.ts';

type Refusal = Pick<FieldFailure, 'code' | 'params'>;
type Answer = { ok: true; value: AttributeValue } | { ok: false; failure: Refusal };

const plainly = (text: string) => tidy(text).toLowerCase().replace(/[\s_-]/g, '');
const yes = new Set(['1', 'y', 'yes', 'true', 'on', '是', '有', '√', '✓', '对', '可', '支持'].map(plainly));
const no = new Set(['0', 'n', 'no', 'false', 'off', '否', '无', '無', '没有', '沒有', '不', '×', '不支持'].map(plainly));

/** A choice by its code or by its words in any language. */
function choice(list: readonly Option[], text: string): string | undefined {
  const wanted = plainly(text);
  const exact = list.find((o) => o.code === text.trim());
  return (exact ?? list.find((o) => [o.code, ...Object.values(o.label)].some((words) => plainly(words) === wanted)))?.code;
}

const unknownChoice = (text: string): Answer => ({ ok: false, failure: { code: 'choice_unknown', params: { text } } });
const passOn = <T extends AttributeValue>(read: Read<T>): Answer => (read.ok ? read : { ok: false, failure: read.failure });

/**
 * Reads what a person typed or a file holds for one attribute; `market` decides between measures of one name.
 * A `ref` is not read from one text: its parts have fields of their own.
 */
export function readAttribute(attribute: Attribute, text: string, market?: Market): Answer {
  const list = attribute.options ?? [];
  switch (attribute.type) {
    case 'num':
    case 'int':
      return passOn(readQuantity(text, attribute.unit ?? '1', market));
    case 'range':
      return passOn(readRange(text, attribute.unit ?? '1', market));
    case 'enum': {
      const code = choice(list, text);
      return code === undefined ? unknownChoice(text) : { ok: true, value: code };
    }
    case 'multi': {
      const parts = text.split(/[,，;；、|]/).map((part) => part.trim()).filter(Boolean);
      const codes = parts.map((part) => choice(list, part));
      const strange = parts.find((_, i) => codes[i] === undefined);
      return strange === undefined ? { ok: true, value: [...new Set(codes.filter((c) => c !== undefined))] } : unknownChoice(strange);
    }
    case 'bool': {
      const word = plainly(text);
      return yes.has(word) ? { ok: true, value: true } : no.has(word) ? { ok: true, value: false } : unknownChoice(text);
    }
    case 'months': {
      const mask = readMonths(text);
      return mask === undefined ? { ok: false, failure: { code: 'months_unreadable', params: { text } } } : { ok: true, value: mask };
    }
    default:
      return { ok: true, value: text.trim() };
  }
}

/**
 * Reads a form or a row: key to text, parts of a `ref` as `permit.number`. Empty texts are left out. Answers
 * with the attributes that could be read and a failure, `attributes.<key>`, for each that could not or breaks a rule.
 */
export function readAttributes(subFamily: SubFamily, texts: Readonly<Record<string, string>>, market?: Market): { attributes: Attributes; failures: FieldFailure[] } {
  const attributes: Attributes = {};
  const failures: FieldFailure[] = [];
  const parts: Record<string, Record<string, string>> = {};
  for (const [path, text] of Object.entries(texts)) {
    if (text.trim() === '') continue;
    const [key, part] = path.split('.') as [string, string?];
    const attribute = attributeOf(subFamily, key);
    if (!attribute) failures.push({ path: `attributes.${key}`, code: 'unrecognized_key', params: {} });
    else if (part !== undefined && attribute.ref) (parts[key] ??= {})[part] = text.trim();
    else {
      const read = readAttribute(attribute, text, market);
      if (read.ok) attributes[key] = read.value;
      else failures.push({ path: `attributes.${key}`, ...read.failure });
    }
  }
  for (const [key, written] of Object.entries(parts)) attributes[key] = assemble(attributeOf(subFamily, key)!, written);
  const rules = attributeFailures(subFamily, attributes);
  const broken = new Set(rules.map((f) => f.path.split('.')[1]));
  return { attributes: Object.fromEntries(Object.entries(attributes).filter(([key]) => !broken.has(key))), failures: [...failures, ...rules] };
}

/** A proof, report or base from its parts; what was not said is null, or refused by the schema when it must be. */
function assemble(attribute: Attribute, parts: Record<string, string>): AttributeValue {
  const said = (part: string) => parts[part] ?? '';
  switch (attribute.ref) {
    case 'report':
      return { lab: said('lab'), number: said('number'), date: said('date'), standard: said('standard'), passed: yes.has(plainly(said('passed'))), fileId: null };
    case 'base':
      return { name: said('name'), county: placeCodeOf(said('county')), number: parts['number'] ?? null };
    default:
      return { number: said('number'), issuer: said('issuer'), issued: parts['issued'] ?? null, validUntil: parts['validUntil'] ?? null, fileId: null };
  }
}
