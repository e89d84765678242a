import type { JSX } from "preact";
import type { Notice, NoticeBlock } from "../model/directory.ts";

function Block({ block }: { readonly block: NoticeBlock }): JSX.Element {
  if (block.kind === "h") return <h3>{block.text}</h3>;
  if (block.items !== undefined) {
    return (
      <dl class="summary">
        {block.items.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    );
  }
  if (block.rows !== undefined) {
    const [head = [], ...rows] = block.rows;
    return (
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join()}>
              {row.map((cell, index) => (
                <td key={head[index] ?? cell}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  return <p>{block.text}</p>;
}

/** A controller's whole notice, block by block. */
export function NoticeText({ notice }: { readonly notice: Notice }): JSX.Element {
  return (
    <>
      {notice.blocks.map((block, index) => (
        <Block key={`${block.ref ?? ""}${index}`} block={block} />
      ))}
    </>
  );
}
