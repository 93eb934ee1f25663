// Writes the divisions of the country as lines to choose an address from (crates/rules/src/regions.rs reads them): the
// province, what lies directly under it, and the divisions of that, with spaces between.
// Usage: node regions.mjs FILE
import { readFileSync, writeFileSync } from "node:fs";
import { areaList } from "@vant/area-data";

const read = (path) => readFileSync(new URL(`node_modules/@vant/area-data/${path}`, import.meta.url), "utf8");
const { version, license } = JSON.parse(read("package.json"));
const copyright = read("LICENSE").split("\n").filter((line) => line.startsWith("Copyright")).join(", ");

const entries = (list) => Object.entries(list).sort(([one], [other]) => one - other);
const { province_list: provinces, city_list: cities, county_list: counties } = areaList;

/** Steps between a province and its counties that nobody writes: 北京市 in itself, 省直辖县, 香港岛. */
const UNNAMED = /^(县|省直辖县|自治区直辖县级行政区划)$/;
const isUnnamed = (code, name) => UNNAMED.test(name) || /^8[12]/.test(code) || name === provinces[`${code.slice(0, 2)}0000`];
/** The same among the counties, and what is only there so that every list has an end. */
const isNamed = ([, name]) => !/^(市辖区|其它区)$/.test(name);

const lines = [];
for (const [province, name] of entries(provinces)) {
  for (const [city, cityName] of entries(cities).filter(([code]) => code.startsWith(province.slice(0, 2)))) {
    const within = entries(counties).filter(([code]) => code.startsWith(city.slice(0, 4))).filter(isNamed).map(([, it]) => it);
    if (isUnnamed(city, cityName)) lines.push(...within.map((it) => `${name} ${it}`));
    else lines.push([name, cityName, ...within].join(" "));
  }
}

const places = lines.join(" ").split(" ");
const odd = places.filter((name) => !/^[\u3400-\u9fff]{2,20}$/.test(name));
if (odd.length || lines.length < 400) throw new Error(`the divisions are not as expected: ${odd.join(", ")}`);
writeFileSync(process.argv[2], `# @vant/area-data ${version}, ${license} License. ${copyright}\n${lines.join("\n")}\n`);
