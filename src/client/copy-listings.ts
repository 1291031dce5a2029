/**
 * Gives every listing a button that copies its code. Only a script can copy, so only a script puts it there:
 * before the name of the language, where it moves nothing. The confirmation is read out.
 */
for (const figure of document.querySelectorAll('.coded')) {
  const code = figure.querySelector('code');
  const language = figure.querySelector('.language');
  if (!code || !language) continue;

  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = '复制';
  button.ariaLabel = `复制${figure.querySelector('figcaption a')?.textContent ?? '代码'}`;

  const status = document.createElement('span');
  status.role = 'status';

  let clearing = 0;
  button.addEventListener('click', () => {
    void copy(code.textContent).then((said) => {
      status.textContent = said;
      clearTimeout(clearing);
      clearing = window.setTimeout(() => (status.textContent = ''), 4000);
    });
  });
  language.before(status, button);
}

/** Copies a text, and says how that went. */
async function copy(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return '已复制';
  } catch {
    // Not allowed by the reader, or not offered: browsers offer it to safe addresses only.
    return '未能复制';
  }
}
