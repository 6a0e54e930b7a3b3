package org.gongkai.checks;

import java.util.List;
import java.util.stream.Stream;
import org.gongkai.model.Column;
import org.gongkai.model.Notice;
import org.gongkai.model.Problems;
import org.gongkai.model.Processors;

/** All rules for content. */
public final class ContentChecks {
    private final List<ContentCheck> checks;

    public ContentChecks() {
        this(TextMemory.NONE);
    }

    /**
     * @param texts those that need not be read again
     */
    public ContentChecks(TextMemory texts) {
        this.checks =
                List.of(
                        new PublicationDates(),
                        new DuplicateNumbers(),
                        new IndexNumbers(),
                        new DocumentNumbers(),
                        new Addresses(),
                        new FormerAddresses(),
                        new Links(new SafeHtml()),
                        new RawHtml(new SafeHtml()),
                        new BodyDoubts(),
                        new Relations(),
                        new ValidityDates(),
                        new Categories(),
                        new Sections(),
                        new TaskUnits(),
                        new TaskDeadlines(),
                        new TaskProgress(),
                        new Freshness(),
                        new Interpretations(),
                        new DraftTitles(),
                        new TitleMarks(),
                        new Texts(texts),
                        new PageCheckLevels());
    }

    public void run(Column column, Problems problems) {
        Processors.each(checks, check -> check.check(column, problems));
    }

    /** Every notice, published or not. */
    static Stream<Notice> allNotices(Column column) {
        return Stream.concat(column.site().notices().stream(), column.withheld().stream());
    }
}
