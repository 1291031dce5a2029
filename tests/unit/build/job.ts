/** A job for the pool's test. */
export default function job(argument: number | 'fail' | 'hang'): { doubled: number } {
  if (argument === 'fail') throw new TypeError('It fails as it is asked to.');
  while (argument === 'hang');
  return { doubled: Number(argument) * 2 };
}
