import { expect, test } from 'vitest';
import { deliveryEstimate, deliveryWays } from './delivery.ts';

test('a lorry takes about what the road takes, and longer where there is a border', () => {
  expect(deliveryEstimate('360700', '440300')).toEqual({ straightKm: 376, km: 444, hours: [8, 10], border: false });
  expect(deliveryEstimate('360700', '810000')).toMatchObject({ border: true, hours: [10, 14] });
});

test('each way says how its hours are known, and none is promised', () => {
  const delivery = deliveryWays('360700', '440300', 'basket', 'zh-Hans')!;
  expect(delivery.ways.map(({ name, time }) => [name, time])).toEqual([
    ['公路货车，约 444 公里', '约 8–10 小时'], ['赣深高铁', '1 小时 49 分'], ['赣深组合港（赣州国际陆港—盐田港）', '约 24–48 小时'], ['全南—广深冷链干线', null],
  ]);
  const [lorry, rail, port] = delivery.ways.map(({ basis }) => basis);
  expect(lorry).toMatch(/直线 376 公里.*估算，2026年11月/);
  expect(rail).toContain('来源：中国新闻网，2021年12月10日');
  expect(port).toContain('时间为本站估计');
  expect(deliveryWays('440300', '440300', 'basket', 'zh-Hans')).toBeNull();
});
