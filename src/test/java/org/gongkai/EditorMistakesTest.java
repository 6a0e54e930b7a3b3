package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor mistypes is said in one line of Chinese: where, what, and what to type. */
class EditorMistakesTest {
    @TempDir private Path folder;

    @Test
    void buildsWithoutAWordWhereThereIsNoMistake() {
        TinyColumn column = new TinyColumn(folder).withNotice().build();
        assertEquals(List.of(), column.problems());
        assertTrue(column.published());
    }

    @Test
    void refusesDocumentDateNotOnTheCalendar() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "成文日期: 2023-09-13", "成文日期: 2023-02-30")
                        .build();
        assertEquals(
                List.of(
                        "content/notices/2023/a.md:7: 错误 成文日期“2023-02-30”不是有效日期。"
                                + "请写成 YYYY-MM-DD，例如 2023-02-28。[document-date]"),
                column.problems());
        assertFalse(column.published());
    }
}
