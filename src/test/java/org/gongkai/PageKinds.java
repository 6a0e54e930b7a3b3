package org.gongkai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A small column on a server, and one page of each kind that a column has. */
final class PageKinds implements AutoCloseable {
    /** A notice with all that a notice's page can have. */
    static final String NOTICE = "notices/2023/quan/";

    static final String SEARCH = "search/?q=公开";

    private static final List<String> ALL =
            List.of(
                    "",
                    NOTICE,
                    "notices/2021/guanli-banfa/",
                    "notices/",
                    "notices/page/2/",
                    "notices/2023/",
                    "units/",
                    "units/caizhengju/",
                    "topics/",
                    "topics/zonghezhengwu/",
                    "validity/",
                    "catalog/",
                    "tasks/",
                    "search/",
                    SEARCH,
                    "search/?q=没有这样的文件",
                    "map/",
                    "tools/",
                    "404.html",
                    "pages/wuzhangai/");

    private static final Path GOLDEN =
            TinyColumn.GENERATOR.resolve("src/test/golden/county/column");

    private static final String BODY =
            """
            各镇人民政府：

            请*认真*贯彻执行[旧办法](../2021/guanli-banfa.md)。第二句话在这里！

            ## 一、任务

            1. 第一项
            2. 第二项

            | 项目 | 数量 | 说明 |
            | --- | ---: | --- |
            | 文件 | 12 | 现行有效的行政规范性文件 |

            > 引用的话。
            """;

    private static final String TASKS =
            """
            标题: 2023年政务公开工作任务分解表
            年度: 2023
            分组:
              - 名称: 一、政策公开
                责任单位: 各镇街、县直有关部门
                任务:
                  - 要求: 集中公开现行有效的文件。
                    完成时限: 2023年12月底前
                    里程碑: [{日期: 2023-08-31, 内容: 完成清理}]
                    进展:
                      - {日期: 2023-04-03, 状态: 进行中, 说明: 已清理一半}
                      - {日期: 2023-07-03, 状态: 已完成, 佐证: ../2023/xin-banfa}
                  - {要求: 公布文件清理结果。, 完成时限: 2023年8月底前}
                  - {要求: 公布目录。, 牵头部门: 县财政局, 进展: [{日期: 2023-07-03, 状态: 未开始}]}
                  - {要求: 公布指南。, 进展: [{日期: 2023-07-03, 状态: 已调整}]}
              - 名称: 二、工作保障
                任务:
                  - {要求: 每年组织培训。, 牵头部门: 县政府办公室, 责任单位: 县财政局, 完成时限: 长期坚持, 进展: [{日期: 2023-07-03, 状态: 进行中}]}
            """;

    private final Path site;
    private final StaticServer server;

    /**
     * @param folder an empty folder
     */
    PageKinds(Path folder) {
        TinyColumn column = new TinyColumn(folder);
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                column.with(GOLDEN.relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 10; i < 30; i++) {
            column.withNotice(
                    "2022/n" + i, "-00000001", "-000000" + i, "〔2023〕1号", "〔2022〕" + i + "号");
        }
        column.withNotice("2023/quan", "各镇人民政府：\n\n请认真贯彻执行。\n", BODY)
                .with("content/notices/2023/quan.tasks.yml", TASKS)
                .with("content/pages/wuzhangai.md", "---\n标题: 无障碍说明\n---\n怎样使用。\n")
                .build();
        if (!column.published()) {
            throw new AssertionError(column.problems());
        }
        // 404.html names its files from the site's own path.
        site = column.out();
        server = new StaticServer(column.out(), "/zwgk/");
    }

    static List<String> all() {
        return ALL;
    }

    /** The address of a page. */
    String url(String kind) {
        return server.url() + kind;
    }

    /** Where the column was built. */
    Path site() {
        return site;
    }

    /** Opens a page and waits until its scripts have done their part. */
    BrowserPage open(BrowserPage page, String kind) {
        return open(page, server.url(), kind);
    }

    /** The same, where another server has the site. */
    static BrowserPage open(BrowserPage page, String site, String kind) {
        page.open(site + kind);
        if (kind.contains("?q=")) {
            page.await(
                    "!['start', undefined].includes(document.querySelector('main').dataset.state)");
        }
        return page;
    }

    @Override
    public void close() {
        server.close();
    }
}
