package org.gongkai.pages;

import io.nayuki.qrcodegen.QrCode.Ecc;
import io.nayuki.qrcodegen.QrSegment;

/**
 * A QR code as the path of an SVG, for the printed page.
 *
 * @param size modules along one side, the quiet zone included
 * @param path the dark modules, one unit each
 */
public record QrCode(int size, String path) {
    private static final int QUIET = 4;

    /**
     * Any mask can be read; looking for the nicest of the eight costs more than the rest of a page.
     */
    private static final int MASK = 2;

    /** Room for the path of an address of some sixty characters. */
    private static final int PATH_LENGTH = 1 << 13;

    static QrCode of(String address) {
        io.nayuki.qrcodegen.QrCode code =
                io.nayuki.qrcodegen.QrCode.encodeSegments(
                        QrSegment.makeSegments(address), Ecc.MEDIUM, 1, 40, MASK, true);
        StringBuilder path = new StringBuilder(PATH_LENGTH);
        String[] runs = new String[code.size + 1];
        for (int y = 0; y < code.size; y++) {
            String row = " " + (y + QUIET);
            for (int x = 0; x < code.size; ) {
                int run = 0;
                while (x + run < code.size && code.getModule(x + run, y)) {
                    run++;
                }
                if (run > 0) {
                    if (runs[run] == null) {
                        runs[run] = "h" + run + "v1h-" + run + "z";
                    }
                    path.append('M').append(x + QUIET).append(row).append(runs[run]);
                }
                x += Math.max(1, run);
            }
        }
        return new QrCode(code.size + 2 * QUIET, path.toString());
    }
}
