/** What follows a statement that is less than certain. */
export function formatConfidence(confidence: '高' | '中'): string {
  return confidence === '中' ? '（中）' : '';
}

/** What that means. */
export const aboutConfidence = '（中）：只有一个可靠来源，或经二手材料核对。';
