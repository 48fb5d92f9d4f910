"""Print the layers of an image with the bytes sent, and the largest packages in each as unpacked."""

import io
import tarfile
from collections import Counter

from bench.images.image import Image, Layer
from bench.images.registry import blob

LARGEST = 5
SITE_PACKAGES = "site-packages/"


def sizes(image: Image, repository: str) -> str:
    """Lines of text: every layer, beneath it its largest packages."""
    lines = [f"{image.size:>12,} bytes in {len(image.layers)} layers: {repository.rpartition('/')[2]}"]
    for layer in image.layers:
        lines.append(f"{layer.size:>12,}  {layer.made_by[:100]}")
        packages = _packages(layer, repository).most_common(LARGEST)
        if packages:
            lines.append(" " * 14 + ", ".join(f"{name} {size / 1e6:.1f} MB" for name, size in packages))
    return "\n".join(lines)


def _packages(layer: Layer, repository: str) -> Counter[str]:
    """Unpacked bytes by package; a package's shared libraries count as its own."""
    packages: Counter[str] = Counter()
    with tarfile.open(fileobj=io.BytesIO(blob(repository, layer.digest))) as archive:
        for member in archive:
            _, inside, path = member.name.partition(SITE_PACKAGES)
            if inside and "/" in path:
                packages[path.partition("/")[0].removesuffix(".libs")] += member.size
    return packages
