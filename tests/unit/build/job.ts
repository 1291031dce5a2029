/** A job for the pool's test. */
export default async function job(argument: number | 'fail' | 'hang' | 'wait'): Promise<{ doubled: number }> {
  if (argument === 'fail') throw new TypeError('It fails as it is asked to.');
  while (argument === 'hang');
  if (argument === 'wait') await new Promise(() => undefined);
  return { doubled: Number(argument) * 2 };
}
