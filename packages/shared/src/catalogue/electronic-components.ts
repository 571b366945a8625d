import { num, one, range, text } from './attribute.ts';

/** EM-9 electronic components; the maker is the family's `brand`. See docs/decisions/0011-electronic-components.md. */
export const component = [
  text('facet', 'partNumber', '厂商料号|廠商料號|Manufacturer part number', { required: true, example: 'GRM155R71C104KA88D' }),
  one('facet', 'componentKind', '元器件类别|元件類別|Component category', {
    resistor: '电阻器|電阻器|Resistors', capacitor: '电容器|電容器|Capacitors', inductor: '电感/线圈/变压器|電感/線圈/變壓器|Inductors, coils, transformers', diode: '二极管|二極管|Diodes',
    transistor: '晶体管/场效应管|電晶體/場效應管|Transistors and MOSFETs', protection: '电路保护|電路保護|Circuit protection', connector: '连接器|連接器|Connectors', switch_relay: '开关/继电器|開關/繼電器|Switches and relays',
    power_ic: '电源芯片|電源晶片|Power ICs', analog_ic: '模拟/接口芯片|類比/介面晶片|Analogue and interface ICs', logic_ic: '逻辑/时钟芯片|邏輯/時鐘晶片|Logic and timing ICs', memory: '存储器|記憶體|Memory', processor: '单片机/处理器|單片機/處理器|Microcontrollers and processors',
    crystal: '晶振/谐振器|晶振/諧振器|Crystals and oscillators', filter: '滤波器/EMI元件|濾波器/EMI元件|Filters and EMI parts', opto: '光电器件/显示|光電器件/顯示|Optoelectronics and displays', rf: '射频/无线模块|射頻/無線模組|RF and wireless', sensor: '传感器|感測器|Sensors', other: '其他|其他|Other',
  }),
  text('facet', 'package', '封装|封裝|Package', { example: 'SOT-23' }),
  one('facet', 'mounting', '安装方式|安裝方式|Mounting', { smd: '贴片|貼片|Surface mount', tht: '插件|插件|Through hole', other: '其他|其他|Other' }),
  range('facet', 'operatingTemp', '工作温度|工作溫度|Operating temperature', 'degC', { min: -273, max: 400, example: '-40–125 °C' }),
  num('sort', 'tolerance', '精度|精度|Tolerance', '%', { min: 0, max: 100, example: '±5 %' }),
] as const;
