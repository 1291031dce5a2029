/** A chapter with something of everything that an author may write, but nothing of the article. */
export const seedChapter = `---
kind: chapter
numeral: 第二章
title: 种子
lead: 什么都有一点。
---

<Supplement>

## 一节 {/* #one */}

数据见 [上一章](/first/#sources)，又见 *着重* 与 **粗体**，\`code\`。<Cite keys="source" />

- 甲：\`x\`
- 乙：$a_1 + \\frac{1}{2}$

| 年 | 数 |
| --- | --: |
| 2026年 | <Value of="filings 2026-06-30 filed" /> |

<Equation id="eq-one">

$$
\\begin{aligned}
y &= \\sigma(xW + b) \\\\
L &= \\sum_i (y_i - t_i)^2
\\end{aligned}
$$

</Equation>

式见 <See to="eq-one" />。

<Figure id="fig-one" title="甲到乙的流程" description="由甲到乙再到丙，乙可退回甲。">

\`\`\`mermaid
graph TD
  A[甲] --> B{乙}
  B -->|是| C[丙]
  B -.-> A
\`\`\`

</Figure>

<Listing id="code-one" title="一段程序">

\`\`\`python
for i in range(3):
    print(f"{i}：<b>")  # 三次
\`\`\`

</Listing>

</Supplement>
`;
