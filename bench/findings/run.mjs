// Measures the findings of crates/pictures on its labelled set (crates/pictures/tests/common/labelled.rs): how many of
// the pictures with a defect are noticed, and how many without it are.
import { spawnSync } from 'node:child_process';

const example = ['run', '-q', '--profile', 'bench', '-p', 'pictures', '--features', 'codec', '--example', 'findings'];
const { status, stdout } = spawnSync('cargo', example, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
process.stdout.write(stdout);
process.exitCode = status ?? 1;
