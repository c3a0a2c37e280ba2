/* Decodes PNGs with libspng, again and again: nanoseconds of processor time a pixel, a line for each file.
 * cc -O2 spng.c -lspng; the yardstick of benchmarks/run kernels. */
#include <spng.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS = 21 };

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int count, char **files) {
  for (int i = 1; i < count; i++) {
    FILE *file = fopen(files[i], "rb");
    if (file == NULL) {
      perror(files[i]);
      return 1;
    }
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    unsigned char *bytes = malloc(size);
    if (fread(bytes, 1, size, file) != size) {
      return 1;
    }
    fclose(file);
    double times[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      struct spng_ihdr header;
      size_t decoded;
      clock_t before = clock();
      /* Checksums are checked, as papack does. */
      spng_ctx *context = spng_ctx_new(0);
      spng_set_png_buffer(context, bytes, size);
      if (spng_get_ihdr(context, &header) || spng_decoded_image_size(context, SPNG_FMT_RGBA8, &decoded)) {
        return 1;
      }
      void *pixels = malloc(decoded);
      if (spng_decode_image(context, pixels, decoded, SPNG_FMT_RGBA8, SPNG_DECODE_TRNS)) {
        return 1;
      }
      spng_ctx_free(context);
      free(pixels);
      times[round] = (double)(clock() - before) / CLOCKS_PER_SEC * 1e9 / header.width / header.height;
    }
    qsort(times, ROUNDS, sizeof *times, ascending);
    printf("%s %.3f\n", files[i], times[ROUNDS / 2]);
    free(bytes);
  }
  return 0;
}
