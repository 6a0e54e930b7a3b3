package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.model.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same column on the same day gives the same bytes, whatever the machine. */
class DeterminismTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    @TempDir private Path folder;

    @Test
    void buildsSampleColumnTwiceAlike() throws IOException {
        Map<String, Integer> first = buildSample(DAY, "first");
        assertTrue(first.size() > 50, "the sample column was built");
        assertEquals(first, buildSample(DAY, "second"));
    }

    @Test
    void readsTheDayFromNowhereButTheOption() throws IOException {
        assertNotEquals(buildSample(DAY, "first"), buildSample(DAY.plusYears(3), "second"));
    }

    @Test
    void buildsTinyColumnTwiceAlike() {
        Map<String, Integer> first = contents(tiny("first"));
        assertTrue(first.containsKey("notices/2023/a/index.html"));
        assertEquals(first, contents(tiny("second")));
    }

    @Test
    void buildsAlikeInAnotherZoneLocaleAndEncoding() {
        TinyColumn column = tiny("here");
        Path there = folder.resolve("there");
        GongkaiProcess.Ended ended =
                GongkaiProcess.run(
                        List.of(
                                "-Duser.timezone=America/New_York",
                                "-Duser.language=tr",
                                "-Duser.country=TR",
                                "-Dfile.encoding=ISO-8859-9",
                                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1"),
                        "build",
                        "--source",
                        column.root().toString(),
                        "--out",
                        there.toString(),
                        "--as-of",
                        "2023-10-01");
        assertEquals(0, ended.status(), ended.output());
        assertEquals(contents(column), new BuiltSite(there).contents());
    }

    private Map<String, Integer> buildSample(LocalDate asOf, String name) throws IOException {
        Path out = folder.resolve(name);
        new SiteBuild(TinyColumn.GENERATOR, TinyColumn.GENERATOR, asOf, false, false)
                .run(out, new Problems());
        return new BuiltSite(out).contents();
    }

    private static Map<String, Integer> contents(TinyColumn column) {
        return new BuiltSite(column.out()).contents();
    }

    private TinyColumn tiny(String name) {
        return new TinyColumn(folder.resolve(name))
                .withNotice()
                .withNotice("2023/I", "00000001", "00000002", "〔2023〕1号", "〔2023〕2号")
                .with("content/notices/2023/files/TITLE.DOCX", "附件")
                .withNotice(
                        "2023/关于公开",
                        "00000001",
                        "00000003",
                        "〔2023〕1号",
                        "〔2023〕3号",
                        "审核:",
                        "附件: [{文件: files/TITLE.DOCX}]\n审核:")
                .with(
                        "content/notices/2023/a.tasks.yml",
                        """
                        标题: 2023年任务
                        任务:
                          - {要求: 要求一, 牵头部门: 样例县人民政府办公室, 完成时限: 2023年12月底前}
                          - {要求: 要求二, 责任单位: 样例县人民政府办公室, 完成时限: 全年}
                        """)
                .build();
    }
}
