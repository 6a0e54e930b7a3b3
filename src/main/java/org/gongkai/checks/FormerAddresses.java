package org.gongkai.checks;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.model.Column;
import org.gongkai.model.FormerAddress;
import org.gongkai.model.Notice;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;

/** For whoever kept a link: an old address (旧地址) leads to one notice, and hides no page. */
final class FormerAddresses implements ContentCheck {
    private static final String INDEX = "/index.html";

    /** Where lists are made, beside the pages of notices. */
    private static final Pattern LISTS =
            Pattern.compile(
                    "(notices|pages)/index\\.html|notices/[^/]+/index\\.html|notices/([^/]+/)?page/.*");

    @Override
    public void check(Column column, Problems problems) {
        Set<String> files = new HashSet<>();
        ContentChecks.allNotices(column)
                .forEach(
                        notice -> {
                            files.add(Addresses.key(notice.folder() + INDEX));
                            notice.publishedFiles()
                                    .forEach(file -> files.add(Addresses.key(file.path())));
                        });
        column.site()
                .pages()
                .forEach(
                        page -> {
                            files.add(Addresses.key(page.folder() + INDEX));
                            page.publishedFiles()
                                    .forEach(file -> files.add(Addresses.key(file.path())));
                        });
        column.assets().forEach(asset -> files.add(Addresses.key(asset.path())));
        Set<String> folders = new HashSet<>();
        files.forEach(file -> addFolders(file, folders));
        Map<String, Place> claimed = new HashMap<>();
        ContentChecks.allNotices(column)
                // A draft is at fault before what is published.
                .sorted(Comparator.comparing(Notice::draft).thenComparing(Notice::id))
                .forEach(
                        notice ->
                                notice.formerAddresses()
                                        .forEach(
                                                address -> {
                                                    check(address, files, folders, problems);
                                                    claim(address, claimed, problems);
                                                }));
        // What is a file at one address can't be a folder of another.
        Set<String> claimedFolders = new HashSet<>();
        claimed.keySet().forEach(file -> addFolders(file, claimedFolders));
        claimed.forEach(
                (file, place) -> {
                    if (claimedFolders.contains(file)) {
                        report(place, file, "是另一个旧地址的上级。", problems);
                    }
                });
    }

    private static void check(
            FormerAddress address, Set<String> files, Set<String> folders, Problems problems) {
        String file = Addresses.key(address.file());
        String top = file.split("/")[0];
        boolean generated =
                Addresses.isGenerated(file)
                        && (!Set.of("notices", "pages").contains(top)
                                || LISTS.matcher(file).matches());
        Set<String> above = new HashSet<>();
        addFolders(file, above);
        boolean hidesOrIsHidden =
                files.contains(file)
                        || folders.contains(file)
                        || above.stream().anyMatch(files::contains);
        if (generated || hidesOrIsHidden) {
            report(address.at(), address.path(), "与现有的网页或文件相同。", problems);
        }
    }

    private static void claim(
            FormerAddress address, Map<String, Place> claimed, Problems problems) {
        Place other = claimed.putIfAbsent(Addresses.key(address.file()), address.at());
        if (other != null) {
            report(address.at(), address.path(), "重复，" + other.text() + "已经使用。", problems);
        }
    }

    private static void addFolders(String file, Set<String> folders) {
        for (int end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
            folders.add(file.substring(0, end));
        }
    }

    private static void report(Place place, String path, String what, Problems problems) {
        problems.error("former-address", place, "旧地址“" + path + "”" + what, "请核对这份文件以前的地址；写错的删去。");
    }
}
