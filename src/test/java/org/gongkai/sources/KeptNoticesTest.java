package org.gongkai.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.TinyColumn;
import org.gongkai.cache.Digests;
import org.gongkai.cache.RecordFormat;
import org.gongkai.checks.SafeHtml;
import org.gongkai.model.Body;
import org.gongkai.model.Column;
import org.gongkai.model.Notice;
import org.gongkai.model.Problems;
import org.gongkai.model.Task;
import org.gongkai.model.UnitRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was read before is used only where reading it again would give the same. */
class KeptNoticesTest {
    private static final String BODY = "请认真贯彻执行。";

    @TempDir private Path folder;
    private TinyColumn column;
    private final KeptNotices kept = new KeptNotices();
    private long clock = System.currentTimeMillis() - 10_000_000;

    @BeforeEach
    void write() {
        column =
                new TinyColumn(folder)
                        .withNotice()
                        .withNotice(
                                "2023/b",
                                "2023-00000001",
                                "2023-00000002",
                                "1号",
                                "2号",
                                BODY,
                                "见[甲](a)、[表](files/b.csv)、[附](files/c.csv)、[说明](../../pages/p)。")
                        .with("content/notices/2023/files/b.csv", "甲\n")
                        .with("content/notices/2023/b.tasks.yml", tasks("办好"))
                        .withNotice(
                                "2023/c",
                                "2023-00000001",
                                "2023-00000003",
                                "1号",
                                "3号",
                                "审核:",
                                "有效期至: 写错了\n审核:");
        settle();
        read(kept);
    }

    private static String tasks(String requirement) {
        return "标题: 任务\n任务:\n  - {要求: " + requirement + ", 责任单位: 县财政局}\n";
    }

    @Test
    void readsAgainOnlyWhatChanged() throws IOException {
        Body before = body("2023/a");
        column.withNotice("2023/b", "2023-00000001", "2023-00000002", "1号", "2号", BODY, "改了。");
        settle("content/notices/2023/b.md");
        assertSame(before, body("2023/a"));
        assertEquals("各镇人民政府： 改了。", body("2023/b").text());
    }

    @Test
    void readsAgainWhatMayHaveBeenWrittenInTheSameMoment() throws IOException {
        column.withNotice("2023/a", BODY, "刚刚写的。");
        Body justNow = body("2023/a");
        assertNotSame(justNow, body("2023/a"));
    }

    @Test
    void looksAtNoFileThatAWatchSaysNothingOf() throws IOException {
        kept.changed(List.of());
        column.withNotice("2023/a", BODY, "改了。");
        column.with("content/notices/2023/b.tasks.yml", tasks("做好"));
        settle("content/notices/2023/a.md", "content/notices/2023/b.tasks.yml");
        String before = body("2023/a").text();
        kept.changed(List.of("content/notices/2023/b.tasks.yml"));
        assertEquals(before, body("2023/a").text());
        assertEquals(List.of("做好"), requirements("2023/b"));
        kept.changed(List.of("content/notices/2023/a.md"));
        sameAsAnew();
    }

    @Test
    void readsTheTasksAgainByAnotherRegisterWhateverTheWatchSays() throws IOException {
        kept.changed(List.of());
        column.with("content/units.yml", "单位:\n  - {名称: 县财政局, 代码: caizheng}\n");
        sameAsAnew();
    }

    @Test
    void givesWhatAFirstReadingGives() throws IOException {
        sameAsAnew();
        column.with("content/units.yml", "单位:\n  - {名称: 县财政局, 代码: caizheng}\n");
        settle("content/units.yml");
        sameAsAnew();
        column.with("content/notices/2023/files/c.csv", "这才放进来\n");
        sameAsAnew();
        column.with("content/pages/p.md", "---\n标题: 说明\n---\n说明。\n");
        sameAsAnew();
        column.with("content/notices/2023/files/b.csv", "甲乙丙\n");
        sameAsAnew();
        column.with("content/notices/2023/b.tasks.yml", tasks("做好"));
        settle("content/notices/2023/b.tasks.yml");
        sameAsAnew();
        Files.delete(column.root().resolve("content/notices/2023/files/b.csv"));
        sameAsAnew();
        Files.delete(column.root().resolve("content/notices/2023/a.md"));
        sameAsAnew();
        Files.delete(column.root().resolve("content/notices/2023/b.tasks.yml"));
        sameAsAnew();
        column.withNotice("2023/d", "审核:", "状态: 草稿\n审核:", "成文日期: 2023-09-13", "成文日期: 2023年9月");
        settle("content/notices/2023/d.md");
        sameAsAnew();
        column.with("site.yml", "名称: 样例\n网址: https://www.example.gov.cn/zwgk/\n");
        sameAsAnew();
    }

    /** Twice: what was read anew is kept only then. */
    private void sameAsAnew() {
        for (int i = 0; i < 2; i++) {
            assertEquals(read(new KeptNotices()), read(kept));
        }
    }

    private Body body(String id) {
        return notice(id).body();
    }

    private List<String> requirements(String id) {
        return notice(id).taskList().stream().map(Task::requirement).toList();
    }

    private Notice notice(String id) {
        return read(kept).notices().stream()
                .filter(notice -> notice.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Digests digests() {
        return new Digests(new RecordFormat())
                .remember(
                        UnitRegister.class,
                        register -> List.of(List.copyOf(register.units()), register.collectives()));
    }

    private record Result(List<Notice> notices, Object drafts, List<?> problems) {}

    private Result read(KeptNotices before) {
        Problems problems = new Problems();
        try {
            Column read =
                    new Sources(TinyColumn.GENERATOR, new SafeHtml()::clean, before, digests())
                            .read(column.root(), LocalDate.of(2023, 10, 1), false, problems);
            List<Notice> all =
                    Stream.concat(read.site().notices().stream(), read.withheld().stream())
                            .toList();
            return new Result(all, read.unbuiltDrafts(), problems.sorted());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Makes files look as if they had been written some time ago. */
    private void settle(String... files) throws IOException {
        for (String file : files) {
            clock += 10_000;
            Files.setLastModifiedTime(column.root().resolve(file), FileTime.fromMillis(clock));
        }
    }

    private void settle() {
        try (Stream<Path> all = Files.walk(column.root())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                settle(column.root().relativize(file).toString());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
