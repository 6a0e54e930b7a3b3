package org.gongkai.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.SiteBuild;
import org.gongkai.TinyColumn;
import org.gongkai.model.Problems;
import org.gongkai.model.Site;

/** A column of notices of which only the titles matter, the newest first. */
final class TinySite {
    private final TinyColumn column;

    /**
     * @param folder an empty folder
     */
    TinySite(Path folder) {
        column = new TinyColumn(folder);
        column.with("site.yml", "名称: 样例县政府信息公开专栏\n机关: 样例县人民政府\n");
    }

    TinySite with(String file, String text) {
        column.with(file, text);
        return this;
    }

    TinySite titled(String... titles) {
        return titled(List.of(titles));
    }

    TinySite titled(List<String> titles) {
        for (int i = 0; i < titles.size(); i++) {
            int number = titles.size() - i;
            column.withNotice(
                    "2023/n" + number,
                    "样例县人民政府办公室关于做好政务公开工作的通知",
                    "'" + titles.get(i) + "'",
                    "2023-00000001",
                    String.format("2023-%08d", number),
                    "样政办发〔2023〕1号",
                    "样政办发〔2023〕" + number + "号",
                    "主题分类: [综合政务, 政务公开]\n",
                    "",
                    "2023-09-14",
                    LocalDate.of(2023, 9, 14).plusDays(number).toString());
        }
        return this;
    }

    /** Adds a line to the metadata of a notice that stands alone. */
    TinySite noticeWith(String line) {
        column.withNotice("2022/a", "主题分类: [综合政务, 政务公开]", line);
        return this;
    }

    Site read() {
        try {
            return new SiteBuild(
                            TinyColumn.GENERATOR,
                            column.root(),
                            LocalDate.of(2024, 1, 1),
                            false,
                            false)
                    .check(new Problems())
                    .site();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
