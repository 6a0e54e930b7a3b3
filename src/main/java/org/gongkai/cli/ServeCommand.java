package org.gongkai.cli;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.gongkai.SiteBuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gongkai serve}. */
@Command(
        name = "serve",
        description = "在本机预览，保存文件后浏览器自动刷新；草稿也显示",
        synopsisHeading = "用法：",
        optionListHeading = "%n选项：%n")
final class ServeCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    private final CommandLineInterface line;

    @Mixin private SourceOptions options;

    @Option(names = "--port", paramLabel = "端口", description = "用哪个端口，默认是 8123；0 为任意空闲的端口")
    private int port = 8123;

    ServeCommand(CommandLineInterface line) {
        this.line = line;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > HIGHEST_PORT) {
            line.err().println("“--port”请写 0 到 " + HIGHEST_PORT + " 的整数。");
            return CommandLineInterface.WRONG_USAGE;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try {
            serve(stopped, closed);
            line.out().println("预览已结束。");
            return CommandLineInterface.FINE;
        } catch (BindException e) {
            int other = port < HIGHEST_PORT ? port + 1 : port - 1;
            line.err()
                    .println(
                            "端口 "
                                    + port
                                    + " 不能用，可能已被别的程序占用。请换一个，例如 --port "
                                    + other
                                    + "；或者用 --port 0，由系统来选。");
            return CommandLineInterface.WRONG_USAGE;
        } finally {
            closed.countDown();
        }
    }

    private void serve(CountDownLatch stopped, CountDownLatch closed)
            throws IOException, InterruptedException {
        Path source = options.source();
        line.out().println("正在读取 " + source + " ……");
        try (LiveSite site = new LiveSite(() -> build(source), port, line.out())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stopped, closed)));
            line.out().println("预览：" + site.url() + "（按 Ctrl+C 结束）");
            stopped.await();
        }
    }

    /** Asked for after each edit: it may be past midnight. */
    private SiteBuild build(Path source) {
        return new SiteBuild(line.generator(), source, options.asOf(line.today()), true, false);
    }

    /** Java ends once this returns. */
    private static void end(CountDownLatch stopped, CountDownLatch closed) {
        stopped.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
