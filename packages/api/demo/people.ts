/** Everyone's password in the demo. The accounts exist only where the demo data was asked for. */
export const demoPassword = 'ganwan-demo-2026';

export interface DemoLogin {
  email: string;
  name: string;
  locale: 'zh-Hans' | 'zh-Hant' | 'en';
  role: 'person' | 'organiser' | 'administrator';
  /** Index of the enterprise in `demoEnterprises` by English name; null belongs to none. */
  enterprise: string | null;
}

/** Printed at the start: one for each kind of person who uses the product. */
export const demoLogins: readonly DemoLogin[] = [
  { email: 'farm@demo.example', name: '刘春华', locale: 'zh-Hans', role: 'person', enterprise: 'Xinfeng Navel Orange Co-op (example)' },
  { email: 'buyer@demo.example', name: '林志远', locale: 'zh-Hans', role: 'person', enterprise: 'Qianhai Precision Circuits (example)' },
  { email: 'hk@demo.example', name: '何嘉欣', locale: 'zh-Hant', role: 'person', enterprise: 'Island Fresh Foods (example)' },
  { email: 'foil@demo.example', name: '邓立新', locale: 'en', role: 'person', enterprise: 'Xinjiang River Copper Foil (example)' },
  { email: 'organiser@demo.example', name: '胡敏', locale: 'zh-Hans', role: 'organiser', enterprise: null },
  { email: 'admin@demo.example', name: '管理员', locale: 'zh-Hans', role: 'administrator', enterprise: null },
];

const family = '王李张刘陈杨黄赵吴周徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const given = ['建国', '晓梅', '志强', '丽华', '文斌', '春燕', '海涛', '秀英', '国庆', '雪琴', '俊杰', '玉兰', '伟明', '小红', '永辉', '美玲', '家豪', '淑芬', '振宇', '佩仪'];

/** A name for the `at`-th further colleague. */
export const colleague = (at: number): string => `${family[(at * 7) % family.length]}${given[(at * 3) % given.length]}`;
