"""The same work in PyTorch on the CPU: reads one task (`PeerTask`) as JSON, prints one finding (`Finding`) a line.

    python3 pytorch.py '{"peer": {"threads": 2}, "works": [...], "milliseconds": 400}'
"""

import itertools
import json
import os
import sys
import time

task = json.loads(sys.argv[1])
threads = str(task["peer"]["threads"])
os.environ.update(OMP_NUM_THREADS=threads, OPENBLAS_NUM_THREADS=threads)  # read when the libraries are loaded

try:
    import torch
except ImportError:
    print(json.dumps({"missing": "PyTorch is not installed for this python3 (Debian: python3-torch, libopenblas0)"}))
    sys.exit()

from torch import nn
from torch.nn import functional as F

torch.set_num_threads(int(threads))


class Laps:
    """As `works/laps.ts`: runs that warm up, then as many as fit into a time, and at least two."""

    def __init__(self, milliseconds):
        self.times, self.seconds, self.warm_ups, self.warm = [], milliseconds / 1000, 0, False
        self.start = self.last = time.perf_counter()

    def lap(self):
        now = time.perf_counter()
        if self.warm:
            self.times.append((now - self.last) * 1000)
        else:
            self.warm_ups += 1
            if self.warm_ups >= 2 and now - self.start >= self.seconds / 4:
                self.warm, self.start = True, now
        self.last = now
        return len(self.times) >= 2 and now - self.start >= self.seconds


# The operations. Images are [batch, channels, height, width], as PyTorch has them.


def product(work):
    a = torch.randn(work["inner"], work["rows"]).t() if work["transposeA"] else torch.randn(work["rows"], work["inner"])
    b = torch.randn(work["columns"], work["inner"]).t() if work["transposeB"] else torch.randn(work["inner"], work["columns"])
    return lambda: torch.mm(a, b)


def convolution(work):
    batch, side, inputs, filters, size = (work[key] for key in ("batch", "side", "inputs", "filters", "kernelSize"))
    x, dy = torch.randn(batch, inputs, side, side), torch.randn(batch, filters, side, side)
    weight, padding = torch.randn(filters, inputs, size, size), size // 2
    return {
        "forward": lambda: F.conv2d(x, weight, padding=padding),
        "input gradient": lambda: nn.grad.conv2d_input(x.shape, weight, dy, padding=padding),
        "filter gradient": lambda: nn.grad.conv2d_weight(x, weight.shape, dy, padding=padding),
    }[work["direction"]]


def elementwise(work):
    x, operation = torch.randn(work["size"]), getattr(torch, work["operation"])
    return lambda: operation(x)


def normals(work):
    return lambda: torch.randn(work["size"])


# The reference networks, layer by layer those of `networks/` and of @genmodels/vae. `players` gives, one after the other, a loss
# and the parameters that one Adam step on it changes.


class Vae(nn.Module):
    def loss(self, x):
        h = self.encoder(x)
        mean, log_variance = self.mean(h), self.log_variance(h)
        z = mean + torch.exp(0.5 * log_variance) * torch.randn_like(mean)
        divergence = 0.5 * (mean.square() + log_variance.exp() - log_variance - 1).sum(1)
        cross_entropy = F.binary_cross_entropy_with_logits(self.decoder(z), x, reduction="none").flatten(1).sum(1)
        return (cross_entropy + divergence).mean()

    def players(self):
        return [(self.loss, list(self.parameters()))]


class MlpVae(Vae):
    def __init__(self):
        super().__init__()
        self.encoder = nn.Sequential(nn.Flatten(), nn.Linear(784, 400), nn.ReLU())
        self.mean, self.log_variance = nn.Linear(400, 20), nn.Linear(400, 20)
        self.decoder = nn.Sequential(nn.Linear(20, 400), nn.ReLU(), nn.Linear(400, 784), nn.Unflatten(1, (1, 28, 28)))


class ConvVae(Vae):
    def __init__(self):
        super().__init__()
        self.encoder = nn.Sequential(
            nn.Conv2d(1, 32, 4, 2, 1), nn.ReLU(), nn.Conv2d(32, 64, 4, 2, 1), nn.ReLU(),
            nn.Flatten(), nn.Linear(7 * 7 * 64, 256), nn.ReLU(),
        )
        self.mean, self.log_variance = nn.Linear(256, 20), nn.Linear(256, 20)
        self.decoder = nn.Sequential(
            nn.Linear(20, 256), nn.ReLU(), nn.Linear(256, 7 * 7 * 64), nn.Unflatten(1, (64, 7, 7)), nn.ReLU(),
            nn.ConvTranspose2d(64, 32, 4, 2, 1), nn.ReLU(), nn.ConvTranspose2d(32, 1, 4, 2, 1),
        )


class MaskedConv2d(nn.Conv2d):
    """Type A sees what comes before in raster order, type B the pixel itself too."""

    def __init__(self, inputs, filters, size, kind):
        super().__init__(inputs, filters, size, padding=size // 2)
        mask, centre = torch.ones_like(self.weight), size // 2
        mask[:, :, centre, centre + (kind == "B") :] = 0
        mask[:, :, centre + 1 :] = 0
        self.register_buffer("mask", mask)

    def forward(self, x):
        return F.conv2d(x, self.weight * self.mask, self.bias, padding=self.padding)


class ResidualBlock(nn.Sequential):
    def __init__(self):
        narrow, masked, widen = nn.Conv2d(64, 32, 1), MaskedConv2d(32, 32, 3, "B"), nn.Conv2d(32, 64, 1)
        super().__init__(nn.ReLU(), narrow, nn.ReLU(), masked, nn.ReLU(), widen)

    def forward(self, x):
        return x + super().forward(x)


class PixelCnn(nn.Module):
    def __init__(self):
        super().__init__()
        hidden = [nn.ReLU(), nn.Conv2d(64, 64, 1), nn.ReLU(), nn.Conv2d(64, 64, 1), nn.ReLU(), nn.Conv2d(64, 1, 1)]
        self.layers = nn.Sequential(MaskedConv2d(1, 64, 7, "A"), *[ResidualBlock() for _ in range(7)], *hidden)

    def loss(self, x):
        return F.binary_cross_entropy_with_logits(self.layers(x), x, reduction="none").flatten(1).sum(1).mean()

    def players(self):
        return [(self.loss, list(self.parameters()))]


class Dcgan(nn.Module):
    def __init__(self):
        super().__init__()
        self.generator = nn.Sequential(
            nn.Linear(64, 7 * 7 * 128, bias=False), nn.Unflatten(1, (128, 7, 7)), nn.BatchNorm2d(128), nn.ReLU(),
            nn.ConvTranspose2d(128, 64, 4, 2, 1, bias=False), nn.BatchNorm2d(64), nn.ReLU(),
            nn.ConvTranspose2d(64, 1, 4, 2, 1), nn.Sigmoid(),
        )
        self.discriminator = nn.Sequential(
            nn.Conv2d(1, 64, 4, 2, 1), nn.LeakyReLU(0.2),
            nn.Conv2d(64, 128, 4, 2, 1, bias=False), nn.BatchNorm2d(128), nn.LeakyReLU(0.2),
            nn.Flatten(), nn.Linear(7 * 7 * 128, 1),
        )

    def tell_apart(self, x):
        with torch.no_grad():
            fake = self.generator(torch.randn(len(x), 64))
        return (F.softplus(-self.discriminator(x)) + F.softplus(self.discriminator(fake))).mean()

    def deceive(self, x):
        return F.softplus(-self.discriminator(self.generator(torch.randn(len(x), 64)))).mean()

    def players(self):
        return [(self.tell_apart, list(self.discriminator.parameters())), (self.deceive, list(self.generator.parameters()))]


NETWORKS = {"mlp-vae": MlpVae, "conv-vae": ConvVae, "pixelcnn": PixelCnn, "dcgan": Dcgan}


def training(work):
    """One step. `autograd.grad` computes the gradients of one player alone, where `backward` would compute all."""
    torch.manual_seed(0)
    x = (torch.rand(work["batchSize"], 1, 28, 28) < 0.2).float()
    players = [(loss, parameters, torch.optim.Adam(parameters)) for loss, parameters in NETWORKS[work["network"]]().players()]

    def step():
        for loss, parameters, optimizer in players:
            value = loss(x)
            for parameter, gradient in zip(parameters, torch.autograd.grad(value, parameters)):
                parameter.grad = gradient
            optimizer.step()
            value.item()

    return step


def sampling(work):
    """One pixel of some images by the reference PixelCNN, naively: the whole network, and what it says of that pixel."""
    torch.manual_seed(0)
    network, images, side = PixelCnn().layers, torch.zeros(work["images"], 1, work["side"], work["side"]), work["side"]
    places = itertools.cycle(itertools.product(range(side), range(side)))

    @torch.inference_mode()
    def draw():
        row, column = next(places)
        images[:, :, row, column] = torch.bernoulli(torch.sigmoid(network(images)[:, :, row, column]))

    return draw


KINDS = {
    "product": product, "convolution": convolution, "elementwise": elementwise, "normals": normals,
    "training": training, "sampling": sampling,
}


def measure(work):
    run, laps = KINDS[work["kind"]](work), Laps(task["milliseconds"])
    run()
    while not laps.lap():
        run()
    return laps.times


def report(**finding):
    print(json.dumps(finding), flush=True)


def profile(work):
    run = KINDS[work["kind"]](work)
    for _ in range(3):
        run()
    with torch.profiler.profile(with_flops=True) as profiler:
        for _ in range(10):
            run()
    print(profiler.key_averages().table(sort_by="self_cpu_time_total", row_limit=25, max_name_column_width=40))


if "profile" in task:
    profile(task["profile"])
else:
    report(about=f"PyTorch {torch.__version__}")
    for work in task["works"] + task.get("samplings", []):
        report(work=work["id"], times=measure(work))
