import type { SubFamily } from '@ganwan/shared/catalogue/families';

/** Calm backgrounds by turns, so that a page of one trade is not one colour. */
const grounds = ['#eef3f0', '#f3efe8', '#e9f0f3', '#f4f0ee', '#eff2e8'];
const rect = (x: number, y: number, w: number, h: number, fill: string, r = 0) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}"/>`;
const circle = (x: number, y: number, r: number, fill: string) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
const oval = (x: number, y: number, rx: number, ry: number, fill: string, turn = 0) => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" transform="rotate(${turn} ${x} ${y})"/>`;
const line = (d: string, stroke: string, width: number) => `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const shape = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;
const many = (n: number, draw: (i: number) => string) => Array.from({ length: n }, (_, i) => draw(i)).join('');

const machine = (body: string, window: string, extra: string) => rect(170, 170, 460, 300, body, 18) + rect(210, 210, 250, 150, window, 10) + rect(490, 210, 100, 60, '#2f3b3d', 6) + circle(510, 310, 12, '#d98a3a') + circle(545, 310, 12, '#4d9b82') + rect(190, 470, 60, 30, '#59646a') + rect(550, 470, 60, 30, '#59646a') + extra;
const bottle = (body: string, cap: string, mark: string) => many(3, (i) => rect(230 + i * 125, 230, 90, 260, body, 26) + rect(255 + i * 125, 180, 40, 60, cap, 8) + rect(240 + i * 125, 320, 70, 80, mark, 6));
const crate = (inside: string) => inside + rect(150, 360, 500, 130, '#b98a58', 10) + many(4, (i) => rect(170 + i * 120, 385, 100, 14, '#9d7346', 4)) + many(4, (i) => rect(170 + i * 120, 430, 100, 14, '#9d7346', 4));

/** One plain drawing for each trade, 800 by 600; `turn` varies the ground. */
const drawings: Record<SubFamily, string> = {
  copper_foil: rect(120, 260, 560, 110, '#8a4f2c', 20) + circle(280, 310, 150, '#c98852') + circle(280, 310, 110, '#d79a68') + circle(280, 310, 42, '#5d3a22') + shape('M280 160 L690 250 L690 300 L300 458 Z', '#dda673') + line('M300 200 L680 268', '#efc9a0', 6),
  copper_clad: many(5, (i) => shape(`M150 ${430 - i * 46} L420 ${520 - i * 46} L660 ${400 - i * 46} L390 ${310 - i * 46} Z`, i % 2 ? '#d79a68' : '#c7b27c')),
  pcb: rect(170, 130, 460, 340, '#1f6b4d', 14) + many(6, (i) => line(`M200 ${170 + i * 50} H${320 + i * 20} L${380 + i * 20} ${200 + i * 40} H600`, '#d7b25a', 6)) + rect(330, 240, 150, 110, '#20282a', 8) + many(8, (i) => rect(336 + i * 18, 228, 8, 12, '#c9ccca') + rect(336 + i * 18, 350, 8, 12, '#c9ccca')),
  wafer: circle(400, 300, 210, '#7f8fa6') + circle(400, 300, 204, '#aebbd0') + many(9, (i) => rect(230 + i * 40, 130, 2, 340, '#8494ad')) + many(8, (i) => rect(210, 150 + i * 42, 380, 2, '#8494ad')) + shape('M340 500 L460 500 L450 512 L350 512 Z', '#eef3f0'),
  led_chip: many(24, (i) => rect(190 + (i % 6) * 74, 150 + Math.floor(i / 6) * 78, 50, 50, i % 5 === 0 ? '#4f86d9' : '#dfe7f2', 6) + circle(215 + (i % 6) * 74, 175 + Math.floor(i / 6) * 78, 13, i % 3 ? '#f2d36b' : '#7fb4ff')),
  magnet: many(3, (i) => rect(180 + i * 150, 220, 110, 180, '#8e979d', 12) + rect(180 + i * 150, 220, 110, 60, '#c3c9cd', 12)) + line('M200 190 Q400 60 600 190', '#4d9b82', 5) + line('M240 190 Q400 110 560 190', '#4d9b82', 5),
  solder: circle(400, 320, 170, '#59646a') + circle(400, 320, 150, '#c9ced2') + many(7, (i) => `<circle cx="400" cy="320" r="${70 + i * 12}" fill="none" stroke="#aab2b8" stroke-width="4"/>`) + circle(400, 320, 56, '#59646a') + circle(400, 320, 30, '#eef3f0') + line('M540 250 Q640 180 660 90', '#c9ced2', 10),
  gas_chemical: many(4, (i) => rect(190 + i * 110, 210, 84, 290, ['#4d7fa3', '#7c8a90', '#4d9b82', '#b98a58'][i]!, 36) + rect(216 + i * 110, 160, 32, 56, '#3c474b', 6) + rect(206 + i * 110, 150, 52, 16, '#59646a', 6)),
  component: many(3, (i) => rect(180 + i * 155, 230, 130, 130, '#2f3b3d', 10) + many(5, (k) => rect(190 + i * 155 + k * 24, 206, 10, 24, '#b4bcc0') + rect(190 + i * 155 + k * 24, 360, 10, 24, '#b4bcc0')) + circle(200 + i * 155, 250, 7, '#8e979d')) + many(6, (i) => rect(185 + i * 76, 440, 50, 26, '#8a6a4a', 4) + rect(185 + i * 76, 440, 12, 26, '#d5dbde', 4) + rect(223 + i * 76, 440, 12, 26, '#d5dbde', 4)),
  vegetable: crate(many(6, (i) => oval(220 + i * 72, 290, 46, 110, i % 2 ? '#4f9a55' : '#6db36a', (i - 3) * 7) + line(`M${220 + i * 72} 380 V240`, '#d8ead2', 6))),
  fruit: crate(many(9, (i) => circle(210 + (i % 5) * 95, i < 5 ? 330 : 250, 56, i % 2 ? '#ee8f2d' : '#f2a144') + circle(196 + (i % 5) * 95, i < 5 ? 312 : 232, 12, '#f8c583'))),
  oil: bottle('#e2b63f', '#7a5a2a', '#f8f1dc'),
  dairy: bottle('#fbfbf8', '#4d7fa3', '#cfe1ee'),
  livestock: oval(400, 320, 190, 120, '#e3a9a0') + circle(590, 270, 70, '#e3a9a0') + oval(640, 285, 30, 24, '#cf8d84') + shape('M560 215 L575 180 L600 210 Z', '#cf8d84') + many(4, (i) => rect(260 + i * 85, 410, 36, 80, '#cf8d84', 10)) + line('M212 300 q-40 -20 -24 -56', '#cf8d84', 10),
  poultry: oval(380, 330, 150, 110, '#d9a441') + circle(510, 220, 58, '#d9a441') + shape('M560 215 L610 232 L560 246 Z', '#c7622d') + shape('M490 168 q10 -40 30 -10 q14 -30 26 8 Z', '#c0392b') + shape('M240 300 q-70 -70 -20 -120 q20 70 70 90 Z', '#7a4a21') + line('M350 435 V500 M410 435 V500', '#c7622d', 10),
  bee: shape('M290 210 H510 L540 270 V470 Q540 500 510 500 H290 Q260 500 260 470 V270 Z', '#e9b343') + rect(280, 170, 240, 44, '#8a6a34', 10) + rect(300, 300, 200, 110, '#fbf3dc', 8) + many(3, (i) => shape(`M${345 + i * 55} 330 l20 12 v24 l-20 12 l-20 -12 v-24 Z`, '#e9b343')),
  aquatic: oval(370, 310, 200, 92, '#6f94a8') + shape('M550 310 L660 230 L660 390 Z', '#5a7f94') + circle(235, 290, 14, '#20343f') + many(5, (i) => line(`M${290 + i * 48} 262 q22 46 0 92`, '#8fb0c1', 5)) + line('M120 450 q40 -30 80 0 t80 0 t80 0 t80 0 t80 0 t80 0', '#9cc3d5', 8),
  grain: shape('M250 500 Q220 330 300 250 H500 Q580 330 550 500 Z', '#e4d3a8') + rect(290, 220, 220, 40, '#b99a5f', 12) + line('M400 470 V300', '#b99a5f', 6) + many(6, (i) => oval(i % 2 ? 424 : 376, 320 + i * 22, 20, 10, '#c9a552', i % 2 ? -35 : 35)),
  tea: oval(400, 470, 230, 36, '#cfd8d2') + shape('M260 290 H540 Q540 470 400 470 Q260 470 260 290 Z', '#f7f9f7') + oval(400, 292, 140, 30, '#9fb86b') + line('M540 330 q70 0 50 60 q-16 36 -70 34', '#f7f9f7', 20) + line('M360 230 q-20 -40 0 -80 M430 230 q-20 -40 0 -80', '#c4d3cb', 8),
  smt_machine: machine('#dfe4e6', '#a9c6d6', many(6, (i) => rect(225 + i * 38, 320, 24, 16, '#2f7a5a', 3))),
  pcb_machine: machine('#d9dfe2', '#8fb5a4', many(6, (i) => line(`M${230 + i * 40} 220 V300`, '#59646a', 8))),
  led_machine: machine('#e6e2da', '#bcd3e6', many(12, (i) => circle(235 + (i % 6) * 40, 260 + Math.floor(i / 6) * 50, 9, '#f2d36b'))),
  terminal_machine: machine('#e2e6e4', '#9fb7c4', rect(300, 235, 60, 110, '#20282a', 8) + rect(306, 245, 48, 84, '#6f9ec2', 4)),
  lithium_machine: rect(110, 260, 580, 170, '#d5dbde', 16) + many(5, (i) => circle(190 + i * 105, 250, 58, '#8e979d') + circle(190 + i * 105, 250, 22, '#59646a')) + rect(130, 430, 540, 26, '#59646a'),
  photovoltaic_machine: many(3, (i) => shape(`M${140 + i * 180} 400 L${200 + i * 180} 220 L${350 + i * 180} 220 L${290 + i * 180} 400 Z`, '#2b4d78') + line(`M${170 + i * 180} 310 H${320 + i * 180}`, '#9fb7d6', 3) + line(`M${248 + i * 180} 220 L${212 + i * 180} 400`, '#9fb7d6', 3)) + circle(660, 120, 44, '#f2c14e'),
  semiconductor_machine: machine('#e3e4ea', '#c8c3dd', circle(335, 285, 56, '#8f9bbb') + circle(335, 285, 50, '#b8c3dc')),
  injection_machine: rect(90, 330, 620, 120, '#d2d8da', 14) + rect(110, 210, 150, 130, '#4d7fa3', 10) + rect(290, 230, 120, 110, '#8e979d', 6) + rect(430, 270, 240, 44, '#b4bcc0', 20) + shape('M560 150 H660 L630 270 H590 Z', '#59646a') + rect(110, 450, 580, 30, '#59646a'),
  cnc_machine: machine('#cdd6d9', '#8aa1ab', rect(322, 215, 30, 70, '#3c474b', 4) + shape('M328 285 h18 l-9 30 Z', '#d98a3a') + rect(270, 325, 130, 22, '#b4bcc0', 4)),
  agri_machine: circle(270, 420, 92, '#3c474b') + circle(270, 420, 44, '#d9b13a') + circle(560, 446, 62, '#3c474b') + circle(560, 446, 28, '#d9b13a') + shape('M250 330 H460 L480 250 H640 Q660 250 660 290 V390 H360 Z', '#3f8f5f') + shape('M300 330 V180 H440 L460 330 Z', '#bfd9cc') + rect(290, 165, 165, 22, '#3f8f5f', 6),
  cold_chain_machine: rect(130, 190, 540, 270, '#f4f7f8', 14) + many(9, (i) => rect(160 + i * 56, 210, 6, 230, '#d5dee2')) + rect(150, 150, 120, 50, '#8e979d', 8) + line('M480 325 h120 M540 265 v120 M498 283 l84 84 M582 283 l-84 84', '#5f9dc0', 9) + rect(130, 460, 540, 20, '#59646a'),
  testing_machine: rect(240, 440, 320, 50, '#59646a', 10) + rect(370, 190, 60, 250, '#b4bcc0', 10) + rect(330, 130, 140, 90, '#4d7fa3', 12) + rect(385, 220, 30, 90, '#3c474b', 6) + rect(270, 380, 260, 22, '#d5dbde', 4) + circle(400, 368, 16, '#d98a3a'),
};

/** What of a trade looks like its neighbours in other colours. */
const looks: readonly { name: string; of: SubFamily; title: RegExp; colours: Record<string, string> }[] = [
  { name: 'passion', of: 'fruit', title: /百香果/, colours: { '#ee8f2d': '#63366a', '#f2a144': '#784a80', '#f8c583': '#a787ae' } },
  { name: 'pomelo', of: 'fruit', title: /柚/, colours: { '#ee8f2d': '#c3b444', '#f2a144': '#d3c55a', '#f8c583': '#efe6a6' } },
  { name: 'kiwi', of: 'fruit', title: /猕猴桃/, colours: { '#ee8f2d': '#84703f', '#f2a144': '#96824f', '#f8c583': '#c2b184' } },
  { name: 'pear', of: 'fruit', title: /梨/, colours: { '#ee8f2d': '#c2cb72', '#f2a144': '#d2da8a', '#f8c583': '#eff3c8' } },
  { name: 'red', of: 'vegetable', title: /番茄|辣椒/, colours: { '#4f9a55': '#c23b2b', '#6db36a': '#d4553f', '#d8ead2': '#f0bcae' } },
  { name: 'purple', of: 'vegetable', title: /茄/, colours: { '#4f9a55': '#54366a', '#6db36a': '#694a80', '#d8ead2': '#c9b8d6' } },
  { name: 'root', of: 'vegetable', title: /红薯|莲藕|香菇|蒜/, colours: { '#4f9a55': '#a06a57', '#6db36a': '#b98371', '#d8ead2': '#ead3c8' } },
  { name: 'cattle', of: 'livestock', title: /牛/, colours: { '#e3a9a0': '#b9793f', '#cf8d84': '#95602f' } },
  { name: 'goat', of: 'livestock', title: /羊/, colours: { '#e3a9a0': '#e6dfcf', '#cf8d84': '#c9bfa8' } },
  { name: 'black', of: 'livestock', title: /黑猪/, colours: { '#e3a9a0': '#55504f', '#cf8d84': '#3d3938' } },
  { name: 'silkie', of: 'poultry', title: /乌鸡/, colours: { '#d9a441': '#e9e6de', '#7a4a21': '#cfcac0', '#c7622d': '#4b4f63' } },
  { name: 'duck', of: 'poultry', title: /鸭/, colours: { '#d9a441': '#9a8a68', '#7a4a21': '#6d6047', '#c0392b': '#9a8a68' } },
];

/** The name of the drawing for a listing: its trade, and its look where that differs. */
export function lookOf(subFamily: string, title: string): string {
  const look = looks.find((one) => one.of === subFamily && one.title.test(title));
  return look ? `${subFamily}-${look.name}` : subFamily;
}

/** An SVG of 800 by 600 of a look; the seed turns it into a bitmap, since the product takes no SVG. */
export function pictureOf(look: string, turn: number): string {
  const [subFamily = '', name] = look.split('-');
  const colours = looks.find((one) => one.of === subFamily && one.name === name)?.colours ?? {};
  const drawing = drawings[subFamily as SubFamily].replace(/#[0-9a-f]{6}/g, (colour) => colours[colour] ?? colour);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" width="800" height="600">${rect(0, 0, 800, 600, grounds[turn % grounds.length]!)}${drawing}</svg>`;
}
