import { electronics } from './terms/electronics.ts';
import { equipment } from './terms/equipment.ts';
import { food } from './terms/food.ts';
import type { Term } from './terms/term.ts';
import { trade } from './terms/trade.ts';

export type { Term };

/** The trade's notions in Chinese and English, for segmentation, for the bridge between languages and for suggestions. */
export const terms: readonly Term[] = [...electronics, ...food, ...equipment, ...trade];

/** Words segmentation must keep whole although they name no notion of their own. */
export const properWords: readonly string[] = [
  '赣江新区', '粤港澳大湾区', '大湾区', '湾区', '赣深高铁', '赣深组合港', '赣穗组合港', '承诺达标合格证', '湿电子化学品',
  '镍钯金', '无铅喷锡', '双面光', '毛面', '抗剥强度', '延伸率', '幅宽', '盐雾', '微管密度', '翘曲度', '弯曲度', '晶向', '掺杂',
  '正装', '倒装', '垂直芯片', '锁模', '射胶量', '拉杆内距', '周末工程师', '对口合作', '链主', '三元猪', '冰鲜', '活水车',
];
