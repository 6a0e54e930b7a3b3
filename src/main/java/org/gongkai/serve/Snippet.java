package org.gongkai.serve;

import java.nio.charset.StandardCharsets;

/** What the server puts into each page that it shows, and what stands in no built page. */
final class Snippet {
    /** Shown in the place of a page that could not be made. */
    static final byte[] NO_PAGE =
            """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>这一页暂时做不出来</title>
            </head>
            <body>
            <main>
            <h1>这一页暂时做不出来</h1>
            <p>请照运行 gongkai serve 的窗口里列出的问题改正，保存后这里会自动刷新。</p>
            </main>
            </body>
            </html>
            """
                    .getBytes(StandardCharsets.UTF_8);

    private static final byte[] END = "</body>".getBytes(StandardCharsets.US_ASCII);

    private Snippet() {}

    /** The page with the script in it, before the end of its body or at its own end. */
    static byte[] inTo(byte[] page, String version) {
        byte[] script =
                ("<script type=\"module\" src=\"/__gongkai/live.js?" + version + "\"></script>\n")
                        .getBytes(StandardCharsets.UTF_8);
        int at = lastEnd(page);
        byte[] all = new byte[page.length + script.length];
        System.arraycopy(page, 0, all, 0, at);
        System.arraycopy(script, 0, all, at, script.length);
        System.arraycopy(page, at, all, at + script.length, page.length - at);
        return all;
    }

    private static int lastEnd(byte[] page) {
        for (int start = page.length - END.length; start >= 0; start--) {
            int same = 0;
            while (same < END.length && page[start + same] == END[same]) {
                same++;
            }
            if (same == END.length) {
                return start;
            }
        }
        return page.length;
    }
}
