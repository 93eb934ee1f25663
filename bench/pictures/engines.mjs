// Other engines than Chromium's, in which the same page is opened. Only its functions are called there, so that whatever
// drives an engine will do.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';

/** Milliseconds that one call may take. */
const PATIENCE = 120_000;

/** Each opens the page at an address; gives `call`, which calls a function of its `bench`, and an end. */
export const ENGINES = { Firefox: firefox, WebKitGTK: webkit };

async function firefox(address) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    protocolTimeout: PATIENCE,
  });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction(() => globalThis.bench !== undefined);
    const call = (name, ...given) => page.evaluate((name, given) => globalThis.bench[name](...given), name, given);
    return { call, end: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** By its driver, which speaks WebDriver (https://www.w3.org/TR/webdriver2), on a screen that nobody sees. */
async function webkit(address) {
  const programs = [];
  const end = () => programs.forEach((program) => program.kill());
  try {
    const screen = spawn('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    programs.push(screen);
    const display = String(await unlessEnded(screen, once(screen.stdio[3], 'data'))).trim();
    const port = await freePort();
    // Its sandbox wants what root in a container does not have.
    const env = { ...process.env, DISPLAY: `:${display}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
    const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' });
    programs.push(driver);
    await unlessEnded(driver, listening(port));
    const sessions = `http://127.0.0.1:${port}/session`;
    const capabilities = { alwaysMatch: { timeouts: { script: PATIENCE } } };
    const { sessionId } = await ask('POST', sessions, { capabilities });
    const session = `${sessions}/${sessionId}`;
    await ask('POST', `${session}/url`, { url: address });
    const call = async (name, ...given) => {
      const { value, error } = await ask('POST', `${session}/execute/async`, { script: CALL, args: [name, given] });
      if (error !== undefined) throw new Error(error);
      return value;
    };
    return { call, end: () => ask('DELETE', session).finally(end) };
  } catch (error) {
    end();
    throw error;
  }
}

/** What a call is in the page: a module runs before the page is said to be loaded, so `bench` is there. */
const CALL = `const [name, given, done] = arguments;
  bench[name](...given).then((value) => done({ value }), (error) => done({ error: String(error.message ?? error) }));`;

/** What the driver answers to a command. */
async function ask(method, address, body) {
  const response = await fetch(address, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** What the promise gives, unless the program does not start or ends before. */
function unlessEnded(program, promise) {
  const ended = once(program, 'exit').then(() => {
    throw new Error(`${program.spawnfile} has ended`);
  });
  return Promise.race([promise, ended]);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Settles once somebody listens at the port. */
async function listening(port) {
  for (let tries = 200; tries > 0; tries -= 1) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch {
      await setTimeout(50);
    } finally {
      socket.destroy();
    }
  }
  throw new Error(`nobody listens at port ${port}`);
}
