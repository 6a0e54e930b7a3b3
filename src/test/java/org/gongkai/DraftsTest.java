package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draft is nobody's trouble until it is built. */
class DraftsTest {
    @TempDir private Path folder;

    @Test
    void letsUnfinishedDraftStand() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with("content/notices/2023/d.md", "---\n标题: 草稿\n状态: 草稿\n---\n")
                        .with("content/notices/2023/d.tasks.yml", "任务:\n  - 责任单位: 县财政局\n")
                        .build();
        assertTrue(column.published(), () -> column.problems().toString());
        assertTrue(column.places("missing-key").contains("content/notices/2023/d.md:1"));
        assertTrue(column.places("missing-key").contains("content/notices/2023/d.tasks.yml:2"));
        assertTrue(column.problems().stream().allMatch(line -> line.contains(" 警告 ")));
        column.drafts().build();
        assertFalse(column.published());
    }

    @Test
    void blamesDraftForNumberThatPublishedNoticeHas() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/b")
                        .withNotice("2023/a", "审核:", "状态: 草稿\n审核:")
                        .build();
        assertTrue(column.published(), () -> column.problems().toString());
        assertEquals("content/notices/2023/a.md:3", column.places("duplicate-index-number").get(0));
    }
}
