// Asks the module in Node.
//
// node run.mjs MODULE < cases.jsonl > verdicts.jsonl       one answer a line, as `--example verdict` gives them,
//                                                        and as there status 1 where a line was malformed
// node run.mjs MODULE --time DRAFT.json                    how long one `check` of that draft takes

import { readFileSync, writeSync } from "node:fs";

const [file, option, draft] = process.argv.slice(2);
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)));

// The memory may have grown in any call: never keep a view of it.
const bytes = (at, length) => new Uint8Array(exports.memory.buffer, at, length);
const ask = (question) => bytes(exports.question(question.length), question.length).set(question);

function answer(line) {
  ask(line);
  const at = exports.answer();
  if (at === 0) throw new Error("an answer could not be written");
  return Buffer.from(bytes(at, exports.answer_length()));
}

function write(buffer) {
  for (let written = 0; written < buffer.length; ) written += writeSync(1, buffer, written);
}

function answerAll(input) {
  const answers = [];
  for (let start = 0; start < input.length; ) {
    const found = input.indexOf(10, start);
    const end = found < 0 ? input.length : found;
    const line = input.subarray(start, end);
    // Blank by the same white space as the example's: ASCII's alone.
    if (line.some((byte) => ![9, 10, 12, 13, 32].includes(byte))) answers.push(answer(line), Buffer.from("\n"));
    start = end + 1;
  }
  write(Buffer.concat(answers));
  if (exports.malformed() > 0) process.exitCode = 1;
}

function time(question) {
  const times = 2000;
  const rounds = Array.from({ length: 11 }, () => {
    ask(question);
    const start = performance.now();
    if (exports.check(times) !== times) throw new Error("the draft can't be read, or is not met");
    return ((performance.now() - start) / times) * 1000;
  });
  const median = rounds.sort((one, other) => one - other)[5];
  console.log(`check of a full draft as wasm: ${median.toFixed(1)} µs (median of ${rounds.length} rounds of ${times})`);
}

if (option === "--time") time(readFileSync(draft));
else answerAll(readFileSync(0));
