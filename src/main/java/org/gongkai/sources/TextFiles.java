package org.gongkai.sources;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.model.Attachment;
import org.gongkai.model.Body;
import org.gongkai.model.ColumnText;
import org.gongkai.model.ContentPage;
import org.gongkai.model.Disclosure;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;

/**
 * Lists the files whose text gets out: those of notices, also of drafts and of what could not be
 * read, pages, registers, and what is published with them.
 */
final class TextFiles {
    private static final List<String> REGISTERS = List.of("units.yml", "catalog.yml");

    private final Path root;
    private final ContentFiles files;
    private final List<ColumnText> texts = new ArrayList<>();

    TextFiles(Path root, ContentFiles files) {
        this.root = root;
        this.files = files;
    }

    List<ColumnText> of(Site site, List<Notice> withheld) {
        Map<String, Body> shown = new HashMap<>();
        Set<String> secret = new HashSet<>();
        Stream.concat(site.notices().stream(), withheld.stream())
                .forEach(
                        notice -> {
                            shown.put(notice.id(), notice.body());
                            if (notice.metadata().disclosure() != Disclosure.PROACTIVE) {
                                secret.add(notice.id());
                            }
                        });
        for (ContentFiles.NoticeFile file : files.notices()) {
            if (!secret.contains(file.id())) {
                add(file.name(), ColumnText.Kind.NOTICE, shown.get(file.id()));
                if (file.tasks() != null) {
                    add(file.tasksName(), ColumnText.Kind.TASKS, null);
                }
            }
        }
        for (ContentPage page : site.pages()) {
            add(page.origin().file(), ColumnText.Kind.PAGE, page.body());
        }
        Stream.concat(REGISTERS.stream().map(name -> "content/" + name), Stream.of("site.yml"))
                .filter(name -> Files.isRegularFile(root.resolve(name)))
                .forEach(name -> add(name, ColumnText.Kind.REGISTER, null));
        Stream.concat(
                        site.notices().stream().flatMap(Notice::publishedFiles),
                        site.pages().stream().flatMap(ContentPage::publishedFiles))
                .map(Attachment::source)
                .distinct()
                .forEach(name -> add(name, ColumnText.Kind.ATTACHMENT, null));
        return texts;
    }

    private void add(String name, ColumnText.Kind kind, Body shown) {
        texts.add(new ColumnText(name, root.resolve(name), kind, shown));
    }
}
