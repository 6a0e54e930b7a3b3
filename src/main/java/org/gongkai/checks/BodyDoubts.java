package org.gongkai.checks;

import java.util.stream.Stream;
import org.gongkai.model.Column;
import org.gongkai.model.ContentPage;
import org.gongkai.model.Notice;
import org.gongkai.model.Problems;

/** For everyone who reads a text: it says what was typed, or its editor is told that it may not. */
final class BodyDoubts implements ContentCheck {
    @Override
    public void check(Column column, Problems problems) {
        Stream.concat(
                        column.site().notices().stream().map(Notice::body),
                        column.site().pages().stream().map(ContentPage::body))
                .flatMap(body -> body.doubts().stream())
                .forEach(problems::add);
    }
}
