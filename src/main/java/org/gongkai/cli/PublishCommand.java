package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.SiteBuild;
import org.gongkai.model.Problems;
import org.gongkai.model.SiteSettings;
import org.gongkai.publish.Changes;
import org.gongkai.publish.Edition;
import org.gongkai.publish.FailedBuild;
import org.gongkai.publish.PublishLog;
import org.gongkai.publish.Releases;
import org.gongkai.publish.RemoteFolder;
import org.gongkai.publish.SiteLock;
import org.gongkai.publish.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gongkai publish}. */
@Command(
        name = "publish",
        description = "把生成好的网站发布到网站服务器的文件夹",
        synopsisHeading = "用法：",
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n")
final class PublishCommand implements Callable<Integer> {
    private static final int KEPT = 5;

    private final CommandLineInterface line;

    @Parameters(
            paramLabel = "目标",
            description = {
                "本机的文件夹，例如 /srv/xxgk；",
                "或者服务器上的文件夹，例如 web@www.example.gov.cn:/srv/www/xxgk"
            })
    private String target;

    @Option(names = "--source", paramLabel = "文件夹", description = "栏目所在的文件夹，默认是当前文件夹")
    private Path source;

    @Option(names = "--out", paramLabel = "文件夹", description = "生成好的网站在哪个文件夹，默认是 public")
    private Path out;

    @Option(names = "--dry-run", description = "只说会改动什么，不发布")
    private boolean dryRun;

    @Option(names = "--rollback", description = "退回到上一次发布的网站（只用于本机的文件夹）")
    private boolean rollback;

    @Option(names = "--keep", paramLabel = "次数", description = "保留最近几次发布，默认是 5（只用于本机的文件夹）")
    private Integer keep;

    @Option(names = "--force", paramLabel = "理由", description = "有问题、比已发布的旧也发布；理由记入发布记录")
    private String force;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示帮助")
    private boolean help;

    PublishCommand(CommandLineInterface line) {
        this.line = line;
    }

    @Override
    public Integer call() throws IOException {
        Path site = new SiteFolder(out).path();
        boolean remote = RemoteFolder.isAddress(target);
        if (force != null && force.isBlank()) {
            return wrong("--force 后面要写明理由，例如 --force 领导批准恢复旧版。");
        }
        if (remote && (rollback || keep != null)) {
            return wrong("--rollback 和 --keep 只用于本机的文件夹，服务器上的文件夹不保留以前的发布。");
        }
        if (keep != null && keep < 1) {
            return wrong("--keep 至少是 1。");
        }
        // No build may exchange the site while it is read.
        SiteLock lock = new SiteLock(site);
        try {
            return run(site, remote);
        } finally {
            lock.close();
        }
    }

    private int run(Path site, boolean remote) throws IOException {
        if (rollback) {
            try (Releases releases = releases(site)) {
                return rollBack(releases);
            }
        }
        Edition edition = Edition.read(site);
        if (edition == null) {
            return wrong(site + " 里没有生成好的网站。请先运行 gongkai build。");
        }
        try (Target folder = remote ? new RemoteFolder(target, site) : releases(site)) {
            return dryRun ? tell(folder, site, edition) : publish(folder, site, edition);
        }
    }

    private int wrong(String message) {
        line.err().println(message);
        return CommandLineInterface.WRONG_USAGE;
    }

    private Releases releases(Path site) throws IOException {
        return new Releases(
                Path.of(target), source == null ? Path.of("") : source, site, line.now());
    }

    private int publish(Target folder, Path site, Edition edition) throws IOException {
        // What is refused makes nothing in a new folder.
        List<String> doubts = doubts(folder, site, edition);
        if (isRefused(edition, doubts)) {
            return CommandLineInterface.PROBLEMS;
        }
        if (folder instanceof Releases releases) {
            releases.open();
            // Somebody else may have published until the folder was ours.
            List<String> now = doubts(folder, site, edition);
            if (!now.equals(doubts) && isRefused(edition, now)) {
                return CommandLineInterface.PROBLEMS;
            }
            doubts = now;
        }
        Changes changes = folder.changes(site);
        if (changes.isEmpty()) {
            line.out().println("没有变化，不用发布。");
            return CommandLineInterface.FINE;
        }
        String what = "（" + edition.text() + "；" + changes.text() + "）";
        String where;
        try {
            where = folder.publish(site, changes);
        } catch (IOException e) {
            log(folder).add("发布到 " + target + " 没有完成" + what, reason(doubts));
            throw e;
        }
        log(folder).add("发布 " + where + what, reason(doubts));
        line.out().println("已发布到 " + target + what + "。");
        if (folder instanceof Releases releases) {
            releases.prune(keep == null ? KEPT : keep);
            line.out().println("网站服务器的根目录：" + releases.current());
        }
        return CommandLineInterface.FINE;
    }

    /** Says what would change, and changes nothing. */
    private int tell(Target folder, Path site, Edition edition) throws IOException {
        Changes changes = folder.changes(site);
        List<String> all = new ArrayList<>();
        changes.added().forEach(path -> all.add("新增 " + path));
        changes.changed().forEach(path -> all.add("更新 " + path));
        changes.removed().forEach(path -> all.add("删除 " + path));
        all.forEach(line.out()::println);
        line.out().println("将" + changes.text() + "。这次只是试算，没有发布。");
        return isRefused(edition, doubts(folder, site, edition))
                ? CommandLineInterface.PROBLEMS
                : CommandLineInterface.FINE;
    }

    /** What speaks against publishing it, each a whole sentence. */
    private List<String> doubts(Target folder, Path site, Edition edition) throws IOException {
        List<String> doubts = new ArrayList<>();
        String problems = new FailedBuild(site).problems();
        if (problems != null) {
            doubts.add("最近一次生成有" + problems + "，没有成功，" + site.getFileName() + " 里还是以前的网站。");
        }
        if (isOfAnotherColumn()) {
            doubts.add(
                    SiteFolder.USUAL
                            + " 里不是 "
                            + source
                            + " 的网站，是另一个栏目的，或者是改名称、网址以前生成的。要发布的网站在别处的，请用 --out 指明。");
        }
        if (edition.day().isAfter(line.today())) {
            doubts.add("这个网站是按 " + edition.day() + " 生成的，这一天还没有到。");
        }
        Edition published = folder.published();
        if (published != null && edition.isOlderThan(published)) {
            doubts.add("这个网站（" + edition.text() + "）比已经发布的（" + published.text() + "）旧。");
        }
        return doubts;
    }

    /** Whether a column is named, but not where its site is, and another's lies there. */
    private boolean isOfAnotherColumn() throws IOException {
        if (source == null || out != null || !Files.isDirectory(source)) {
            return false;
        }
        Problems unreadable = new Problems();
        SiteSettings settings =
                new SiteBuild(line.generator(), source, line.today(), false, false)
                        .settings(unreadable);
        return !unreadable.hasErrors() && new SiteFolder(out).isOfAnotherColumn(settings);
    }

    private boolean isRefused(Edition edition, List<String> doubts) {
        if (edition.drafts()) {
            line.err().println("不能发布：这个网站带着草稿。请去掉 --drafts 重新生成。");
            return true;
        }
        doubts.forEach(doubt -> line.err().println((force == null ? "不能发布：" : "强制发布：") + doubt));
        if (!doubts.isEmpty() && force == null) {
            line.err().println("请重新生成；确实要这样发布的，写明理由：--force 理由。");
            return true;
        }
        return false;
    }

    private int rollBack(Releases releases) throws IOException {
        String before = releases.before();
        if (dryRun) {
            line.out().println("将退回到 " + before + "。这次只是试算，没有改动。");
            return CommandLineInterface.FINE;
        }
        String name = releases.open().rollBack();
        log(releases).add("退回到 " + name, force);
        line.out()
                .println("已退回到 " + name + "（" + releases.published().text() + "）。改正以后，再次发布会换上新的。");
        return CommandLineInterface.FINE;
    }

    private String reason(List<String> doubts) {
        return doubts.isEmpty() ? null : force + "（" + String.join("", doubts) + "）";
    }

    private PublishLog log(Target folder) {
        String sudo = System.getenv("SUDO_USER");
        String user = sudo == null ? System.getProperty("user.name") : sudo;
        return new PublishLog(folder.log(), line.now(), user);
    }
}
