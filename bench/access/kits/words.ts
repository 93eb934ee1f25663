//! What the kits' pages say, the same for each.

export const ERROR = '姓名要与证件一致';
export const CHOICES = ['租住房屋', '单位宿舍', '自有住房', '学校宿舍', '借住'];

const PLACES: [string, [string, string[]][]][] = [
  ['四川省', [['成都市', ['武侯区', '锦江区', '成华区']], ['绵阳市', ['涪城区', '游仙区']]]],
  ['浙江省', [['杭州市', ['西湖区', '余杭区']]]],
];

/** Province, city, district, under the names that the kit gives to words and values. */
export function ADDRESSES(names: string[]): object[] {
  const option = (words: string, children?: object[]): object => ({
    ...Object.fromEntries(names.map((name) => [name, words])),
    ...(children ? { children } : {}),
  });
  return PLACES.map(([province, cities]) =>
    option(province, cities.map(([city, districts]) => option(city, districts.map((district) => option(district))))),
  );
}

/** A photograph of one grey pixel. */
export const PHOTOGRAPH = 'data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';
